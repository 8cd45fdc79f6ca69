-- The provider's quota as sliding windows of a minute and a day. A window is a zset of reservations
-- by time and a hash of their tokens with the running sum, so that no reservation scans the others.

-- Our reservation reaches the provider later than it was made; a window this much longer than the
-- provider's never lets two calls that it counts together count apart here (ms).
local SLACK = 1000

local function windows(rpm, tpm, rpd, tpd)
  local found = {}
  if tonumber(rpm) > 0 or tonumber(tpm) > 0 then
    found[#found + 1] = {QUOTA .. 'minute', 60000 + SLACK, tonumber(rpm), tonumber(tpm)}
  end
  if tonumber(rpd) > 0 or tonumber(tpd) > 0 then
    found[#found + 1] = {QUOTA .. 'day', 86400000 + SLACK, tonumber(rpd), tonumber(tpd)}
  end
  return found
end

local function quota_purge(name, length, now)
  local tokens = name .. ':tokens'
  local old = redis.call('ZRANGEBYSCORE', name, '-inf', int(now - length))
  for _, id in ipairs(old) do
    redis.call('HINCRBY', tokens, '#sum', -tonumber(redis.call('HGET', tokens, id) or '0'))
    redis.call('HDEL', tokens, id, id .. '@')
  end
  if #old > 0 then redis.call('ZREMRANGEBYSCORE', name, '-inf', int(now - length)) end
end

-- What the provider's own headers say is used beyond what we know of.
local function quota_extra(name, what, now)
  local found = redis.call('HMGET', name .. ':tokens', '#' .. what, '#' .. what .. '_until')
  return tonumber(found[2] or '0') > now and tonumber(found[1]) or 0
end

local function quota_used(name, now)
  return redis.call('ZCARD', name) + quota_extra(name, 'extra_requests', now),
    tonumber(redis.call('HGET', name .. ':tokens', '#sum') or '0') + quota_extra(name, 'extra_tokens', now)
end

-- The ms until a call of so many tokens fits into one window; 0 when it does.
local function window_wait(name, length, requests, tokens, need, now)
  local used_requests, used_tokens = quota_used(name, now)
  -- A call larger than the whole quota can only ever go alone.
  local wanted = tokens > 0 and math.min(need, tokens) or 0
  local short_requests = requests > 0 and used_requests + 1 - requests or 0
  local short_tokens = tokens > 0 and used_tokens + wanted - tokens or 0
  if short_requests <= 0 and short_tokens <= 0 then return 0 end
  local wait, start = 1000, 0
  while short_requests > 0 or short_tokens > 0 do
    local oldest = redis.call('ZRANGE', name, start, start + 31, 'WITHSCORES')
    -- What only the provider's headers know of frees itself when they say so.
    if #oldest == 0 then return math.max(wait, 1000) end
    for i = 1, #oldest, 2 do
      short_requests = short_requests - 1
      short_tokens = short_tokens - tonumber(redis.call('HGET', name .. ':tokens', oldest[i]) or '0')
      wait = oldest[i + 1] + length - now + 1
      if short_requests <= 0 and short_tokens <= 0 then break end
    end
    start = start + 32
  end
  return math.max(1, math.ceil(wait))
end

local function quota_wait(found, need, now)
  local wait = 0
  for _, w in ipairs(found) do
    quota_purge(w[1], w[2], now)
    wait = math.max(wait, window_wait(w[1], w[2], w[3], w[4], need, now))
  end
  return wait
end
