//! Routes, the whole site as a plan, and the writer that puts it on the disk.
