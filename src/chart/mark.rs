//! One mark per standing: the shapes that stand in text and tables too, as strokes.

use super::svg::{Class, Layers, PathData};
use crate::reconcile::{Standing, Status};
use plotters_backend::BackendCoord;

/// The radius of a mark in a chart, in tenths of a unit.
pub(super) const RADIUS: i32 = 50;

/// What the mark of a standing looks like.
pub(super) fn layers(standing: Standing) -> Layers {
    match standing {
        Standing::Verified(Status::Confirmed) => &[(Class::Solid, PathData::circle)],
        Standing::Verified(Status::PartlyConfirmed) => {
            &[(Class::Hollow, PathData::circle), (Class::Solid, PathData::lower_half_disc)]
        }
        Standing::Verified(Status::Unconfirmed) => &[(Class::Hollow, PathData::circle)],
        Standing::Verified(Status::Contradicted) => &[(Class::Hollow, barred_circle)],
        Standing::Verified(Status::Superseded) => &[(Class::Dashed, PathData::circle)],
        Standing::Verified(Status::Withdrawn) => &[(Class::Hollow, cross)],
        Standing::Derived => &[(Class::Hollow, diamond)],
        Standing::CalledFor => &[(Class::Solid, flag)],
        Standing::NotAvailable => &[(Class::Hollow, dash_in_box)],
    }
}

fn barred_circle(path: &mut PathData, (x, y): BackendCoord, radius: i32) {
    path.circle((x, y), radius);
    path.stroke(&[(x - radius * 3 / 2, y), (x + radius * 3 / 2, y)]);
}

fn cross(path: &mut PathData, (x, y): BackendCoord, radius: i32) {
    let reach = radius * 9 / 10;
    path.stroke(&[(x - reach, y - reach), (x + reach, y + reach)]);
    path.stroke(&[(x - reach, y + reach), (x + reach, y - reach)]);
}

fn diamond(path: &mut PathData, (x, y): BackendCoord, radius: i32) {
    let reach = radius * 6 / 5;
    path.polygon(&[(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)]);
}

fn flag(path: &mut PathData, (x, y): BackendCoord, radius: i32) {
    let left = x - radius * 4 / 5;
    path.stroke(&[(left, y + radius * 6 / 5), (left, y - radius * 6 / 5)]);
    path.polygon(&[(left, y - radius * 6 / 5), (x + radius, y - radius / 2), (left, y + radius / 5)]);
}

fn dash_in_box(path: &mut PathData, (x, y): BackendCoord, radius: i32) {
    path.polygon(&[
        (x - radius, y - radius),
        (x + radius, y - radius),
        (x + radius, y + radius),
        (x - radius, y + radius),
    ]);
    path.stroke(&[(x - radius * 2 / 5, y), (x + radius * 2 / 5, y)]);
}
