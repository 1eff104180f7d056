//! The invented words of a synthetic repository.

/// Bodies that hold figures: id and name.
pub(super) const HOLDERS: [(&str, &str); 6] = [
    ("department-for-places", "Department for Places"),
    ("office-for-waiting-times", "Office for Waiting Times"),
    ("northern-council", "Northern Council"),
    ("harbour-authority", "Harbour Authority"),
    ("lantern-service", "Lantern Service"),
    ("board-of-bridges", "Board of Bridges"),
];

/// Bodies that speak of the figures of others: id and name.
pub(super) const SPEAKERS: [(&str, &str); 3] = [
    ("morning-courier", "Morning Courier"),
    ("campaign-for-counting", "Campaign for Counting"),
    ("county-gazette", "County Gazette"),
];

/// What is counted.
pub(super) const SUBJECTS: [&str; 8] = [
    "Applications received",
    "People waiting",
    "Appeals decided",
    "Visits made",
    "Lamps repaired",
    "Staff in post",
    "Complaints closed",
    "Crossings inspected",
];

/// Where.
pub(super) const PLACES: [&str; 12] = [
    "Ashby",
    "Brackwater",
    "Cold Norton",
    "Dunmere",
    "Eastferry",
    "Fallow Hill",
    "Greyport",
    "Hollin",
    "Inverlane",
    "Kettering Moor",
    "Lowbridge",
    "Marlow Sands",
];

/// An entry of a list that is never empty, going round.
pub(super) fn pick<T: Copy, const N: usize>(list: [T; N], number: u32) -> T {
    const { assert!(N > 0) };
    #[expect(clippy::indexing_slicing, reason = "the remainder is below the length")]
    list[number as usize % N]
}
