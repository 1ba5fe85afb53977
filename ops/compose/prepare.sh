#!/bin/sh
# Makes what the composed services share: keys, passwords and the bus's certificate, once.
# PLATFORM, BUS and GRAFANA are directories, each mounted by those alone who need it; BUS_ETC is where
# the broker finds its own.
set -eu
umask 077

secret() {
  head -c "$1" /dev/urandom | base64 | tr -d '\n'
}

password() {
  secret 24 | tr '+/' '-_'
}

own() { # user directory
  [ "$(id -u)" != 0 ] || chown -R "$1:$1" "$2"
  chmod 700 "$2"
}

mkdir -p "$PLATFORM" "$BUS" "$GRAFANA"
if [ ! -f "$PLATFORM/platform.properties" ]; then
  key=$(password)
  stores=$(password)
  rm -f "$BUS/keystore.p12" "$PLATFORM/bus-truststore.p12"
  keytool -genkeypair -alias bus -keyalg EC -groupname secp256r1 -validity 3650 \
    -dname CN=bus -ext san=dns:bus,dns:localhost \
    -keystore "$BUS/keystore.p12" -storetype PKCS12 -storepass "$stores"
  keytool -exportcert -alias bus -rfc -file "$PLATFORM/bus-certificate.pem" \
    -keystore "$BUS/keystore.p12" -storepass "$stores"
  keytool -importcert -noprompt -alias bus -file "$PLATFORM/bus-certificate.pem" \
    -keystore "$PLATFORM/bus-truststore.p12" -storetype PKCS12 -storepass "$stores"
  sed -e "s|@STORE_PASSWORD@|$stores|" -e "s|@ETC@|$BUS_ETC|" "$TEMPLATE" >"$BUS/broker.xml"
  echo "platform = $key" >"$BUS/artemis-users.properties"
  echo "amq = platform" >"$BUS/artemis-roles.properties"
  password >"$GRAFANA/password"
  password >"$PLATFORM/admin-key"
  cat >"$PLATFORM/platform.properties.new" <<TEXT
platform.admin-key=$(cat "$PLATFORM/admin-key")
platform.vault.master-key=$(secret 32)
platform.bus.connection-string=Endpoint=sb://${BUS_ADDRESS:-bus:5671};SharedAccessKeyName=platform;SharedAccessKey=$key
platform.bus.options.[transport.trustStoreLocation]=$PLATFORM/bus-truststore.p12
platform.bus.options.[transport.trustStorePassword]=$stores
platform.bus.options.[transport.trustStoreType]=PKCS12
TEXT
  mv "$PLATFORM/platform.properties.new" "$PLATFORM/platform.properties"
fi
own 10001 "$PLATFORM"
own 1001 "$BUS"
own 472 "$GRAFANA"
