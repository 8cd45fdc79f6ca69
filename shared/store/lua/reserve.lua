-- Reserve one request and its tokens in every window, or in none.
-- Returns 0, or the ms until it is worth asking again (nothing was consumed). Until then nobody else
-- needs to ask: the quota's own gate closes, and opens early when a correction makes room.
local id, need, rpm, tpm, rpd, tpd = unpack(ARGV)
local now = now_ms()
local found = windows(rpm, tpm, rpd, tpd)
local wait = quota_wait(found, need, now)
if wait > 0 then
  -- A wait for the day's window is one call's own matter: a smaller one may still fit.
  if wait < 60000 + 2 * SLACK then redis.call('SET', QUOTA_GATE, int(now + wait) .. ' ' .. need, 'PX', wait) end
  return wait
end
for _, w in ipairs(found) do
  local tokens = w[1] .. ':tokens'
  redis.call('ZADD', w[1], int(now), id)
  -- With the sum as it is now: what the provider says of this call's arrival is to be held against it.
  redis.call('HSET', tokens, id, need, id .. '@', redis.call('HINCRBY', tokens, '#sum', need))
  redis.call('PEXPIRE', w[1], w[2])
  redis.call('PEXPIRE', tokens, w[2])
end
return 0
