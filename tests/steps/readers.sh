# The step that opens the data files in other programs, which know nothing of this one.

# Python's packages in a folder of their own, made again when the list of them changes.
reader_packages() {
  local venv=$1 list=tests/readers/requirements.txt mark=$1/.installed
  if ! cmp -s "$list" "$mark"; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
    cp "$list" "$mark"
  fi
  echo "Python packages: as $list says"
}

readers() {
  local venv=$target/readers site=$temporary/one
  [[ -f $site/index.html ]] || { echo 'there is no built site to read' >&2; return 1; }
  reader_packages "$venv"
  "$venv/bin/python" tests/readers/descriptions.py "$site"
  "$venv/bin/python" tests/readers/linked_data.py "$site"
  "$venv/bin/python" tests/readers/workbooks.py "$site"
  "$venv/bin/python" tests/readers/analysts.py "$site"
  "$venv/bin/python" tests/readers/lists.py "$site"
  node tests/readers/linked_data.mjs "$site"
}
