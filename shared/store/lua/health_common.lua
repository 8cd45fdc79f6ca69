-- How well the model does, for all workers together: the limit in force (additive increase,
-- multiplicative decrease) and the circuit breaker.

-- Multiplicative decrease, at most once in a cooldown: one overload is reported by many calls.
local DECREASE, COOLDOWN = 0.7, 1000
-- So many failures in a row open the breaker; a single turn probes this often (ms).
local BREAK_AFTER, PROBE_EVERY = 10, 5000

local function limit_in_force(max)
  return math.max(1, math.min(max, math.floor(tonumber(redis.call('HGET', HEALTH, 'limit') or max))))
end

local function breaker_open()
  return tonumber(redis.call('HGET', HEALTH, 'failures') or '0') >= BREAK_AFTER
end

local function may_probe(now)
  return now >= tonumber(redis.call('HGET', HEALTH, 'probe_at') or '0')
end

local function probing(now)
  redis.call('HSET', HEALTH, 'probe_at', int(now + PROBE_EVERY))
end

-- No calls before the gate opens; it only ever moves later.
local function close_gate(now, wait)
  if now + wait > tonumber(redis.call('GET', GATE) or '0') then
    redis.call('SET', GATE, int(now + wait), 'PX', wait)
  end
end

-- `word` is how a call ended: ok, limited (429), slow (a timeout), failed, or none (no call was made).
local function note_health(word, max, now)
  if word == 'none' then return end
  local t = redis.call('HMGET', HEALTH, 'limit', 'failures', 'decreased_at')
  local limit, failures = tonumber(t[1] or max), tonumber(t[2] or '0')
  max = tonumber(max)
  if word == 'ok' then
    if failures > 0 then redis.call('HDEL', HEALTH, 'failures', 'probe_at') end
    if t[1] then
      limit = limit + 1 / limit
      if limit >= max then redis.call('HDEL', HEALTH, 'limit') else redis.call('HSET', HEALTH, 'limit', limit) end
    end
    return
  end
  if word ~= 'failed' and now - tonumber(t[3] or '0') >= COOLDOWN then
    redis.call('HSET', HEALTH, 'limit', math.max(1, math.min(limit, max) * DECREASE), 'decreased_at', int(now))
  end
  if word ~= 'limited' then
    redis.call('HSET', HEALTH, 'failures', failures + 1)
    if failures + 1 == BREAK_AFTER then probing(now) end
  end
  redis.call('EXPIRE', HEALTH, 3600)
end
