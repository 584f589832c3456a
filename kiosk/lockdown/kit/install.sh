#!/bin/sh
# Puts the kit on this machine. As root, from the folder of the kit:   sh install.sh [SERVER'S ADDRESS IN NUMBERS]
# SAUTI_ROOT=DIR writes the files under DIR and starts nothing: to look at, or for an image.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=${SAUTI_ROOT:-}

refuse() {
  echo "$1" >&2
  exit 1
}

address=${1:-$(cat "$here/address")}
if [ -z "$address" ]; then
  printf 'The address of the server in the prison'\''s network, in numbers (for example 10.0.5.2): '
  read -r address
fi
case $address in
*[!0-9a-fA-F.:]* | '') refuse "\"$address\" is not an address in numbers, such as 10.0.5.2." ;;
*:*) family=ip6 ;;
*.*.*.*) family=ip ;;
*) refuse "\"$address\" is not an address in numbers, such as 10.0.5.2." ;;
esac

if [ -z "$root" ]; then
  [ "$(id -u)" = 0 ] || refuse 'This must be run as root.'
  # Debian's cage does not start without Xwayland, although nothing here uses it.
  for program in chromium cage Xwayland nft usbguard; do
    command -v "$program" >/dev/null || refuse "$program is missing: see step 3 of README.html."
  done
  id sauti >/dev/null 2>&1 ||
    useradd --system --user-group --groups audio --home-dir /var/lib/sauti --shell /usr/sbin/nologin sauti
fi

# Files: the system's, both profiles, the key that a carry stick must hold.
mkdir -p "$root/etc/sauti/managed" "$root/etc/sauti/carry" "$root/etc/chromium" "$root/media/sauti-carry" \
  "$root/var/lib/sauti"
cp -R "$here/system/." "$root/"
cp "$here/managed/sauti.json" "$root/etc/sauti/managed/sauti.json"
cp "$here/carry/sauti.json" "$root/etc/sauti/carry/sauti.json"
head -c 64 "$here/carry-key" | sha256sum | cut -d' ' -f1 >"$root/etc/sauti/carry-key.sha256"
sed -i "s/@FAMILY@/$family/g; s/@ADDRESS@/$address/g" "$root/etc/nftables.conf"
chmod 755 "$root/usr/local/lib/sauti/start" "$root/usr/local/lib/sauti/choose-profile"

# The browser's policies are chosen at every start, so they lie in memory; the root may be read-only.
rm -rf "$root/etc/chromium/policies"
ln -s /run/sauti/policies "$root/etc/chromium/policies"

# The server's name; no name server is ever asked.
host='@HOST@'
touch "$root/etc/hosts"
sed -i "/[[:space:]]$host\$/d" "$root/etc/hosts"
[ "$host" = "$address" ] || echo "$address $host" >>"$root/etc/hosts"

[ -n "$root" ] && exit 0

chown -R sauti:sauti /var/lib/sauti
chmod 700 /var/lib/sauti
timedatectl set-timezone '@ZONE@'
# What is plugged in now belongs to the kiosk; what comes later does not.
{
  usbguard generate-policy
  cat /etc/usbguard/sauti-rules.conf
} >/etc/usbguard/rules.conf
chmod 600 /etc/usbguard/rules.conf
systemd-hwdb update
update-initramfs -u
systemctl daemon-reload
systemctl mask ctrl-alt-del.target getty@tty1.service autovt@.service sleep.target suspend.target hibernate.target
systemctl set-default multi-user.target
systemctl enable nftables.service usbguard.service systemd-timesyncd.service sauti-profile.service \
  sauti-kiosk.service sauti-nightly.timer
echo 'The kit is in place. Go on with step 6 of README.html.'
