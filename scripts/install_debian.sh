#!/usr/bin/env bash
# Installs the Debian packages that the browser and LibreOffice tests use. Needs root; nothing else does.
set -euo pipefail
packages=(chromium libreoffice-calc poppler-utils fonts-dejavu-core fonts-noto-core fonts-noto-cjk)
missing=()
for package in "${packages[@]}"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
