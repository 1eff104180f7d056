//! Whether relations form a circle. Where they do not, propagation has already found what linear arithmetic would.

use crate::constraint::components::Groups;
use crate::constraint::domains::Domains;
use crate::constraint::net::Net;

/// Whether some relations are linked in more than one way through variables that are not settled.
pub(in crate::constraint) fn has_circle(net: &Net<'_>, domains: &Domains) -> bool {
    let variables = domains.locals().len();
    let mut groups = Groups::new(variables + net.rows().len());
    let mut circle = false;
    for (at, row) in net.rows().iter().enumerate() {
        row.each_variable(|local| {
            if domains[local].as_point().is_none() {
                circle |= !groups.join(local.index(), variables + at);
            }
        });
    }
    circle
}
