//! A diagnostic as a value: code, severity, places, help, causes and a fingerprint.
