#!/bin/sh
# Libraries and programs of the system for the report's PDF (pango) and for the tests of its DOCX (office):
# what is there, else Debian's where we may install it, else one clear word.
set -eu
case "$1" in
  pango)
    packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    purpose="PDF отчёта"
    present() { for name in libpango-1.0 libpangoft2-1.0 libharfbuzz-subset; do ldconfig -p 2>/dev/null | grep -q "$name" || return 1; done; } ;;
  office)
    packages="libreoffice-writer-nogui"
    purpose="проверки DOCX в тестах"
    present() { command -v soffice >/dev/null; } ;;
esac
if present; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  # shellcheck disable=SC2086 # a list of packages
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
  exit 0
fi
echo "Для $purpose нужны библиотеки системы. Установите их: sudo apt-get install $packages" >&2
exit 1
