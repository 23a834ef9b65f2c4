-- SPDX-License-Identifier: GPL-3.0-or-later
-- Run as root: a database, and a user that comes by certificate, makes its own tables there and sees nothing else.
CREATE DATABASE IF NOT EXISTS gemmary;
CREATE USER IF NOT EXISTS gemmary;
GRANT CONNECT, CREATE ON DATABASE gemmary TO gemmary;
-- No transaction of Gemmary's lives longer than half a minute, so nobody reads what is older than an hour.
ALTER DATABASE gemmary CONFIGURE ZONE USING gc.ttlseconds = 3600;
