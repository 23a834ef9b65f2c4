-- SPDX-License-Identifier: GPL-3.0-or-later
-- wrk's requests: `-- ROUTE FILE`, FILE has the ids of processes. Prints figures as JSON.
local route, ids, number, run

function init(arguments)
  route = arguments[1]
  ids = {}
  for id in io.lines(arguments[2]) do ids[#ids + 1] = id end
  math.randomseed(os.time())
  run = math.random(1, 1e9)
  number = 0
end

function request()
  number = number + 1
  if route == "status" then return wrk.format("GET", "/process/status/" .. ids[number % #ids + 1]) end
  if route == "list" then return wrk.format("GET", "/process/list?limit=1000") end
  local content = "Letter " .. run .. "-" .. number .. ". " .. string.rep("The quick brown fox runs over the hill. ", 24)
  return wrk.format("POST", "/process/start", { ["Content-Type"] = "application/json" },
                    '{"files":[{"name":"letter.txt","content":"' .. content .. '"}]}')
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\n{"requests": %d, "seconds": %.6f, "bytes": %d, "failed": %d, "p50": %.3f, "p99": %.3f}\n',
                         summary.requests, summary.duration / 1e6, summary.bytes,
                         errors.connect + errors.read + errors.write + errors.status + errors.timeout,
                         latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
