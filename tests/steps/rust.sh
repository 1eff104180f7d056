# The steps that need only Rust.

documentation() {
  RUSTDOCFLAGS='-D warnings' cargo doc --no-deps --document-private-items --locked
}

rust_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --locked --no-fail-fast --status-level fail
  else
    cargo test --lib --bins --tests --examples --no-fail-fast --locked
  fi
}
