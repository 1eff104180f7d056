# The steps that build this repository's own site and look at it.

onrecord_binary() {
  local binary=$target/release/onrecord
  [[ -x $binary ]] || { echo "there is no $binary: the release build failed" >&2; return 1; }
  echo "$binary"
}

# The same input gives the same bytes: in another folder, zone, language, with other rights and one thread.
site_twice() {
  local binary one=$temporary/one two=$temporary/two copy=$temporary/elsewhere/copy
  binary=$(onrecord_binary)
  TZ=UTC LC_ALL=C "$binary" build --out "$one"
  mkdir -p "$copy"
  # Backwards, so that the files lie in another order on the disk.
  find data site templates -type f -print0 | sort -zr | xargs -0 cp --parents -t "$copy"
  (
    umask 077
    cd /
    TZ=Pacific/Kiritimati LC_ALL=cy_GB.UTF-8 LANG=cy_GB.UTF-8 HOME=/nonexistent RAYON_NUM_THREADS=1 \
      "$binary" build --root "$copy" --out "$two"
  )
  [[ -f $one/index.html ]] || { echo 'the build wrote no index.html' >&2; return 1; }
  diff -r "$one" "$two"
  echo "$(find "$one" -type f | wc -l) files, the same in both builds"
}

page_self_test() {
  node --test --test-reporter=spec tests/browser/*.test.mjs
}

search_of_site() {
  [[ -f $temporary/one/index.html ]] || { echo 'there is no built site to search' >&2; return 1; }
  SITE=$temporary/one node --test --test-reporter=spec tests/browser/reader/search.mjs
}

pages() {
  [[ -f $temporary/one/index.html ]] || { echo 'there is no built site to look at' >&2; return 1; }
  node tests/browser/check.mjs "$temporary/one"
}
