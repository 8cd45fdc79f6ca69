-- Helpers every script shares. Time is Redis's own: workers' and edges' clocks may differ.

-- A turn in danger is due this long before all others (ms; larger than any real clock difference).
local HEADSTART = 1000000000000
-- One that is answered by a template comes before even those: its score is below zero.
local EXPRESS = 2 * HEADSTART
-- More tokens than idle workers are useless; a token lost costs half a second.
local WAKE_CAP = 256
-- Duplicate check: this many of a session's newest ids are remembered.
local SEEN_CAP = 2000
-- Events a session keeps; trimmed in strides, so that most writes trim nothing.
local LOG_CAP, LOG_STRIDE = 4000, 64
-- Offsets of spoken entries kept for the model's window.
local SPOKEN_CAP = 400

-- Until when, and for how many tokens, a reservation was refused.
local QUOTA_GATE = QUOTA .. 'gate'

-- Whole milliseconds, and the part of the next one that has passed.
local function now_ms()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000), t[2] % 1000 / 1000
end

local function int(n) return string.format('%.0f', n) end

local function wake()
  redis.call('RPUSH', WAKE, 1)
  redis.call('LTRIM', WAKE, -WAKE_CAP, -1)
  redis.call('EXPIRE', WAKE, 3600)
end

-- When a session is due, or its lease ends; 0 when it is not in the queue. The lease of a turn that is
-- answered by a template stays below zero too, so that a dead worker leaves it at the head of the line.
local function due_time(sid)
  local score = tonumber(redis.call('ZSCORE', QUEUE, sid) or '0')
  return score < 0 and score + EXPRESS or score
end

local function anything_due(now)
  return #redis.call('ZRANGEBYSCORE', QUEUE, '-inf', int(now), 'LIMIT', 0, 1) > 0
end

-- A pending entry is "offset n idkey".
local function read_entry(entry)
  return string.match(entry, '^(%S+) (%S+) (%S+)$')
end

local function publish(sid, kind, offset, n, origin, body)
  local seq = redis.call('HINCRBY', key(sid, 'turn'), 'seq', 1)
  redis.call('PUBLISH', key(sid, 'live'),
    seq .. ' ' .. kind .. ' ' .. offset .. ' ' .. n .. ' ' .. origin .. ' ' .. body)
end

local function log_event(sid, kind, n, body)
  local log = key(sid, 'log')
  local offset = redis.call('XADD', log, '*', 'k', kind, 'n', n, 'b', body)
  local extra = redis.call('XLEN', log) - LOG_CAP
  if extra >= LOG_STRIDE then
    local gone = redis.call('XRANGE', log, '-', '+', 'COUNT', extra)
    redis.call('HSET', key(sid, 'turn'), 'cut', gone[#gone][1])
    redis.call('XTRIM', log, 'MAXLEN', LOG_CAP)
  end
  return offset
end

local function keep(sid, ttl_ms)
  for _, part in ipairs({'log', 'turn', 'pend', 'spoken', 'seen'}) do
    redis.call('PEXPIRE', key(sid, part), ttl_ms)
  end
end

-- Permits outlive their leases, so that the next claim sees whose worker died.
local function keep_permits(lease)
  redis.call('PEXPIRE', PERMITS, int(lease * 2 + 3600000))
end

local function in_danger(sid, n)
  return tonumber(redis.call('HGET', key(sid, 'turn'), 'danger') or '0') >= tonumber(n)
end

local function headstart(sid, n)
  if redis.call('HGET', key(sid, 'turn'), 'express') == n then return EXPRESS end
  return in_danger(sid, n) and HEADSTART or 0
end

-- A score for "due now" that keeps the order of arrival within one millisecond: it lies in the one before.
local function arrival(now)
  local _, within = now_ms()
  return now - 1 + within
end

-- The session's next pending message goes to the back of the line, a dangerous one to its head;
-- without mail the session leaves the queue.
local function schedule(sid, now)
  local entry = redis.call('LINDEX', key(sid, 'pend'), 0)
  if not entry then
    redis.call('ZREM', QUEUE, sid)
    redis.call('DEL', JOB .. sid)
    return false
  end
  local _, n = read_entry(entry)
  redis.call('ZADD', QUEUE, string.format('%.3f', arrival(now) - headstart(sid, n)), sid)
  return true
end

-- Counts what happens in the current stretch of time; returns its count, that of this stretch and the
-- one before together, and their length in seconds.
local PACE_SECONDS = 10
local function count_pace(what, by)
  local now = now_ms() / 1000
  local stretch = math.floor(now / PACE_SECONDS)
  local name = PACE .. what .. ':'
  local current = redis.call('INCRBY', name .. int(stretch), by or 1)
  redis.call('EXPIRE', name .. int(stretch), 3 * PACE_SECONDS)
  local before = tonumber(redis.call('GET', name .. int(stretch - 1)) or '0')
  return current, current + before, PACE_SECONDS + now - stretch * PACE_SECONDS
end

-- Writes the reply of one pending entry: log, live event, the model's memory of what was said.
local function commit_reply(sid, entry, body, ttl_ms)
  local asked, n = read_entry(entry)
  local offset = log_event(sid, 'r', n, body)
  redis.call('LREM', key(sid, 'pend'), 1, entry)
  redis.call('RPUSH', key(sid, 'spoken'), asked, offset)
  redis.call('LTRIM', key(sid, 'spoken'), -SPOKEN_CAP, -1)
  publish(sid, 'r', offset, n, '-', body)
  keep(sid, ttl_ms)
  count_pace('settled')
  return offset
end

local function clear_turn(sid)
  redis.call('HDEL', key(sid, 'turn'), 'fence', 'attempt', 'tries', 'crashes', 'len', 'stop', 'due')
  redis.call('DEL', key(sid, 'part'))
end
