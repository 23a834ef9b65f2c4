-- SPDX-License-Identifier: GPL-3.0-or-later
-- wrk's requests for soak.py: a mix over processes that it starts itself. Prints what was answered as JSON.
local Kept = 200 -- processes that are asked about
local Mix = { -- of a hundred requests; statuses that are no error
  { share = 50, method = "GET", path = "/process/status/", allowed = { [200] = true } },
  { share = 12, method = "GET", path = "/process/results/", allowed = { [200] = true, [400] = true } }, -- 400: not ready
  { share = 8, method = "GET", path = "/process/documents/", allowed = { [200] = true } },
  { share = 5, method = "GET", path = "/process/words/", allowed = { [200] = true, [400] = true } },
  { share = 10, method = "GET", list = "/process/list?limit=20", allowed = { [200] = true } },
  { share = 2, method = "GET", list = "/metrics", allowed = { [200] = true } },
  { share = 3, method = "GET", list = "/health", allowed = { [200] = true } },
  { share = 2, method = "POST", path = "/process/stop/", allowed = { [200] = true, [409] = true } }, -- 409: it is done
  { share = 8, start = true, allowed = { [201] = true } },
}
local threads = {}
local deck, ids, asked, next_id, number = {}, {}, {}, 1, 0
answered, unexpected, example = 0, 0, ""

function setup(thread) threads[#threads + 1] = thread end

function init(arguments)
  for _, entry in ipairs(Mix) do
    for _ = 1, entry.share do deck[#deck + 1] = entry end
  end
  math.randomseed(os.time())
  for id in io.lines(arguments[1]) do ids[#ids + 1] = id end
end

local function content()
  return "Letter " .. number .. "-" .. math.random(1, 1e9) .. ". " .. string.rep("The quick brown fox runs over the hill. ", 24)
end

function request()
  number = number + 1
  local entry = deck[math.random(#deck)]
  if entry.list then return wrk.format(entry.method, entry.list) end
  if entry.path then return wrk.format(entry.method, entry.path .. ids[math.random(#ids)]) end
  return wrk.format("POST", "/process/start", { ["Content-Type"] = "application/json" },
                    '{"files":[{"name":"letter.txt","content":"' .. content() .. '"}]}')
end

-- wrk does not say which request was answered: what any of them may answer is no error.
local expected = {}
for _, entry in ipairs(Mix) do
  for status in pairs(entry.allowed) do expected[status] = true end
end

function response(status, _, body)
  answered = answered + 1
  if status == 201 then
    ids[next_id % Kept + 1] = body:match('"process_id":"([^"]+)"')
    next_id = next_id + 1
  elseif not expected[status] then
    unexpected = unexpected + 1
    example = status .. " " .. body:sub(1, 200)
  end
end

function done(summary, latency)
  local errors = summary.errors
  local wrong, seen = 0, ""
  for _, thread in ipairs(threads) do
    wrong = wrong + thread:get("unexpected")
    if thread:get("example") ~= "" then seen = thread:get("example") end
  end
  if seen ~= "" then io.write("\n", seen, "\n") end
  io.write(string.format('\n{"requests": %d, "seconds": %.3f, "unexpected": %d, "broken": %d, "p50": %.3f, "p99": %.3f}\n',
                         summary.requests, summary.duration / 1e6, wrong,
                         errors.connect + errors.read + errors.write + errors.timeout,
                         latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
