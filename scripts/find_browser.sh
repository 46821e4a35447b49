#!/bin/sh
# The tests need a browser: what is there, else Debian's chromium where we may install it, else one clear word.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  exit 0
fi
echo "Для тестов нужен браузер. Установите его: sudo apt-get install chromium" >&2
exit 1
