SELECT {version}, {now}
