#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Joins the nodes to a cluster, once, and makes database and user. Harmless when it runs again.
set -euo pipefail

# It fails on a cluster that is one already; whether there is one, the next command tells.
cockroach init --host=cockroach-1:26257 --certs-dir=/admin || true
cockroach sql --host=cockroach:26257 --certs-dir=/admin --file=/setup/database.sql
