//! Data files for readers' tools: CSV and JSON.
