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
    redis.call('HDEL', tokens, id)
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
