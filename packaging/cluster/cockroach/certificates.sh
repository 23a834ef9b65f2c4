#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes what is missing of the cluster's certificates; the authority's key stays in a volume that nothing else mounts.
set -euo pipefail

authority=(--ca-key=/ca/ca.key --lifetime=8760h)
if [[ ! -f /ca/ca.key ]]; then
    cockroach cert create-ca --certs-dir=/ca --ca-key=/ca/ca.key
fi
cp /ca/ca.crt /node/ && cp /ca/ca.crt /admin/ && cp /ca/ca.crt /client/
if [[ ! -f /node/node.crt ]]; then
    cockroach cert create-node cockroach cockroach-1 cockroach-2 cockroach-3 localhost 127.0.0.1 \
        --certs-dir=/node "${authority[@]}"
fi
if [[ ! -f /admin/client.root.crt ]]; then
    cockroach cert create-client root --certs-dir=/admin "${authority[@]}"
fi
if [[ ! -f /client/client.gemmary.crt ]]; then
    cockroach cert create-client gemmary --certs-dir=/client "${authority[@]}"
fi
# Those who read them are not root.
chown -R 1000:1000 /node /admin /data-1 /data-2 /data-3
chown -R 10001:10001 /client
