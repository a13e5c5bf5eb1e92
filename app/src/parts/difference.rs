//! What differs between two versions of a listing, side by side.

use leptos::prelude::*;

use crate::model::Waiting;
use crate::text;

/// Field, as it is, as it is to be.
pub fn difference(fields: &[Waiting], now: &'static str, then: &'static str) -> AnyView {
    let rows: Vec<_> = fields
        .iter()
        .map(|field| {
            view! {
                <tr>
                    <th scope="row">{text::listing_field(&field.key)}</th>
                    <td data-label=now><del>{field.now.clone()}</del></td>
                    <td data-label=then><ins>{field.proposed.clone()}</ins></td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="table difference" role="group" aria-label="Forskelle" tabindex="0">
            <table>
                <thead><tr><th scope="col">"Felt"</th><th scope="col">{now}</th><th scope="col">{then}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
