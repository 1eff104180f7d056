//! Disclosure control: only this room makes a cleared value.
