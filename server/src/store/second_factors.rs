//! Second factors: the app's secret, the codes on paper, and which sessions have proven one.

use sea_orm::prelude::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::entity::{account, recovery_code, session};
use super::{StoreError, Write};
use crate::key::Key;

impl Write {
    /// Gives an account the second factor; false when it has one. `step` is that of the code it was
    /// proven with.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_second_factor(
        &self,
        account: i64,
        secret: &str,
        step: i64,
        recovery: &[Key],
    ) -> Result<bool, StoreError> {
        let added = account::Entity::update_many()
            .col_expr(account::Column::TotpSecret, Expr::value(secret))
            .col_expr(account::Column::TotpStep, Expr::value(step))
            .filter(account::Column::Id.eq(account))
            .filter(account::Column::TotpSecret.is_null())
            .exec(&self.tx)
            .await?;
        if added.rows_affected == 0 {
            return Ok(false);
        }
        let codes = recovery
            .iter()
            .map(|code| recovery_code::ActiveModel { code_hash: Set(code.hash()), account_id: Set(account) });
        recovery_code::Entity::insert_many(codes).exec_without_returning(&self.tx).await?;
        Ok(true)
    }

    /// Takes the code of a step; false when one of this step or a later one was taken.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_step(&self, account: i64, step: i64) -> Result<bool, StoreError> {
        let newer =
            Condition::any().add(account::Column::TotpStep.is_null()).add(account::Column::TotpStep.lt(step));
        let taken = account::Entity::update_many()
            .col_expr(account::Column::TotpStep, Expr::value(step))
            .filter(account::Column::Id.eq(account))
            .filter(newer)
            .exec(&self.tx)
            .await?;
        Ok(taken.rows_affected > 0)
    }

    /// Uses a recovery code up; false when the account has no such one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_recovery_code(&self, account: i64, code: &Key) -> Result<bool, StoreError> {
        let used = recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::AccountId.eq(account))
            .filter(recovery_code::Column::CodeHash.eq(code.hash()))
            .exec(&self.tx)
            .await?;
        Ok(used.rows_affected > 0)
    }

    /// Notes that a session gave its second factor, and that it has a new key from now on.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn prove_session(&self, session: i64, key: &Key) -> Result<(), StoreError> {
        session::Entity::update_many()
            .col_expr(session::Column::Proven, Expr::value(true))
            .col_expr(session::Column::KeyHash, Expr::value(key.hash()))
            .filter(session::Column::Id.eq(session))
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    /// Makes an account an editor's.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn make_editor(&self, account: i64) -> Result<(), StoreError> {
        account::Entity::update_many()
            .col_expr(account::Column::Editor, Expr::value(true))
            .filter(account::Column::Id.eq(account))
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    /// Takes the second factor from an account that has lost it, and ends its sessions.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_second_factor(&self, account: i64) -> Result<(), StoreError> {
        account::Entity::update_many()
            .col_expr(account::Column::TotpSecret, Expr::value(Option::<String>::None))
            .col_expr(account::Column::TotpStep, Expr::value(Option::<i64>::None))
            .filter(account::Column::Id.eq(account))
            .exec(&self.tx)
            .await?;
        recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::AccountId.eq(account))
            .exec(&self.tx)
            .await?;
        session::Entity::delete_many().filter(session::Column::AccountId.eq(account)).exec(&self.tx).await?;
        Ok(())
    }
}
