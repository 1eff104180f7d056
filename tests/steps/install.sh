# What the tests need beyond Rust: Debian's packages and, locked, a few from npm. Only what is missing is installed.

install_tools() {
  local browser=$1
  [[ $browser == yes ]] || { echo 'nothing beyond Rust is needed'; return; }
  debian_packages
  node_packages tests/browser
  node_packages tests/readers
}

has() { command -v "$1" >/dev/null 2>&1; }

has_browser() { [[ -n ${CHROMIUM:-} ]] || has chromium || has chromium-browser || has google-chrome; }

has_font() { compgen -G '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' >/dev/null || { has fc-list && [[ -n $(fc-list) ]]; }; }

debian_packages() {
  local wanted=()
  has_browser || wanted+=(chromium)
  has_font || wanted+=(fonts-dejavu-core)
  has xmllint || wanted+=(libxml2-utils)
  has node || wanted+=(nodejs)
  has npm || wanted+=(npm)
  has java || wanted+=(default-jre-headless)
  has soffice || wanted+=(libreoffice-calc-nogui)
  has python3 && python3 -c 'import ensurepip' 2>/dev/null || wanted+=(python3-venv)
  if ((${#wanted[@]} == 0)); then
    echo 'Debian packages: all there'
    return
  fi
  echo "Debian packages: installing ${wanted[*]}"
  has apt-get || { echo "These are missing, and there is no apt-get to install them: ${wanted[*]}" >&2; return 1; }
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" </dev/null
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif has sudo && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    echo "Only root can install Debian packages. As root, run: $*" >&2
    return 1
  fi
}

# Exactly what package-lock.json says, from whatever registry npm is set to; no script of a package runs.
node_packages() (
  local lock=package-lock.json mark=node_modules/.installed-lock
  cd "$1"
  if ! cmp -s "$lock" "$mark"; then
    PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp "$lock" "$mark"
  fi
  echo "npm packages: as $1/$lock says"
  if grep -q '"resolved"' "$lock"; then
    echo "$lock names where packages were fetched from; make it again with the .npmrc beside it" >&2
    return 1
  fi
)
