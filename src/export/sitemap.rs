//! The list of pages for search engines.

use super::atom::escaped;

/// A sitemap of whole addresses, in their order.
#[must_use]
pub fn sitemap(addresses: &[String]) -> Vec<u8> {
    let urls: String =
        addresses.iter().map(|address| format!("<url><loc>{}</loc></url>\n", escaped(address))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
    .into_bytes()
}

/// As many addresses as one sitemap may hold.
pub const MOST_ADDRESSES: usize = 50_000;
