//! Mail leaves the process here: by SMTP, or as files for those who run the site without it.

use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::mails::Mail;
use async_trait::async_trait;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::clock::Clock;
use crate::key::Key;

/// How long a mail server is waited for; nobody but the job runner waits.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why a mail was not sent. It will be tried again.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address or a header that no mail can have.
    #[error("the mail cannot be written: {0}")]
    Unwritable(#[from] lettre::error::Error),
    /// The address of the receiver, or of who is to be answered.
    #[error("the receiver or who is to be answered is no mail address: {0}")]
    Receiver(#[from] lettre::address::AddressError),
    /// What the mail server says, or why it says nothing.
    #[error("the mail server did not take the mail: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// It takes a mail, or says nothing, for too long.
    #[error("the mail server did not answer in time")]
    TooSlow,
    /// The folder for mails.
    #[error("the mail cannot be written to its folder: {0}")]
    Folder(#[from] std::io::Error),
}

/// Sends mails.
#[async_trait]
pub trait Mailer: Debug + Send + Sync {
    /// Sends one mail to one address.
    async fn send(&self, to: &str, mail: &Mail) -> Result<(), MailError>;

    /// The same; whoever answers the mail writes to `reply_to`. Mails that leave nothing behind need not say so.
    async fn send_answerable(&self, to: &str, reply_to: &str, mail: &Mail) -> Result<(), MailError> {
        let _: Address = reply_to.parse()?;
        self.send(to, mail).await
    }
}

/// Sends by SMTP.
#[derive(Debug)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    patience: Duration,
}

impl Smtp {
    /// For an address such as `smtps://user:password@mail.example.dk`.
    ///
    /// # Errors
    /// When the address is none of SMTP.
    pub fn new(url: &str, from: Mailbox) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.build();
        Ok(Self { transport, from, patience: PATIENCE })
    }

    /// The same with another patience: how long the server may take for one mail.
    #[must_use]
    pub fn patient(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    async fn hand_over(&self, message: Message) -> Result<(), MailError> {
        // The transport's own timeout is for connecting alone: a server that takes the connection and then
        // says nothing would be waited for without end.
        let sending = self.transport.send(message);
        tokio::time::timeout(self.patience, sending).await.map_err(|_| MailError::TooSlow)??;
        Ok(())
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, to: &str, mail: &Mail) -> Result<(), MailError> {
        self.hand_over(message(&self.from, None, to, mail)?).await
    }

    async fn send_answerable(&self, to: &str, reply_to: &str, mail: &Mail) -> Result<(), MailError> {
        self.hand_over(message(&self.from, Some(reply_to), to, mail)?).await
    }
}

/// Writes each mail as an `.eml` file that mail programs open.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    from: Mailbox,
    clock: Arc<dyn Clock>,
}

impl Folder {
    /// A folder that is made when the first mail comes.
    #[must_use]
    pub fn new(path: PathBuf, from: Mailbox, clock: Arc<dyn Clock>) -> Self {
        Self { path, from, clock }
    }
}

#[async_trait]
impl Mailer for Folder {
    async fn send(&self, to: &str, mail: &Mail) -> Result<(), MailError> {
        self.put_down(&message(&self.from, None, to, mail)?).await
    }

    async fn send_answerable(&self, to: &str, reply_to: &str, mail: &Mail) -> Result<(), MailError> {
        self.put_down(&message(&self.from, Some(reply_to), to, mail)?).await
    }
}

impl Folder {
    async fn put_down(&self, message: &Message) -> Result<(), MailError> {
        let bytes = message.formatted();
        tokio::fs::create_dir_all(&self.path).await?;
        let name = format!("{}-{}", self.clock.now().format("%Y%m%dT%H%M%S%3f"), Key::new().short());
        let unfinished = self.path.join(format!("{name}.part"));
        tokio::fs::write(&unfinished, bytes).await?;
        tokio::fs::rename(unfinished, self.path.join(format!("{name}.eml"))).await?;
        Ok(())
    }
}

/// Keeps mails in memory, for tests and measurements.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Vec<(String, Mail)>>);

impl Memory {
    /// Takes out what was sent, in order, each with its receiver.
    #[must_use]
    pub fn take(&self) -> Vec<(String, Mail)> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait]
impl Mailer for Memory {
    async fn send(&self, to: &str, mail: &Mail) -> Result<(), MailError> {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sent.push((to.to_owned(), mail.clone()));
        Ok(())
    }
}

fn message(from: &Mailbox, reply_to: Option<&str>, to: &str, mail: &Mail) -> Result<Message, MailError> {
    let builder = Message::builder().from(from.clone());
    let builder = match reply_to {
        Some(reply_to) => builder.reply_to(Mailbox::new(None, reply_to.parse()?)),
        None => builder,
    };
    let message = builder
        .to(Mailbox::new(None, to.parse()?))
        .subject(mail.subject.clone())
        // Asks holiday replies to stay silent (RFC 3834).
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))?;
    Ok(message)
}
