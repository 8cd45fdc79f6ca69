-- Return an unanswered turn to the queue, due after `delay` ms; its permit is free at once.
-- `gate` > 0 closes the model to every worker for that long. Returns 0, or -1 (the turn is another's).
local sid, fence, delay, tried, gate = unpack(ARGV)
local turn = key(sid, 'turn')
local now = now_ms()
if tonumber(gate) > 0 then
  local open = now + gate
  if open > tonumber(redis.call('GET', GATE) or '0') then
    redis.call('SET', GATE, int(open), 'PX', gate)
  end
end
if redis.call('HGET', turn, 'fence') ~= fence then return -1 end
redis.call('HDEL', turn, 'fence')
if tried == '1' then redis.call('HINCRBY', turn, 'tries', 1) end
redis.call('ZREM', PERMITS, sid)
if schedule(sid, now) and tonumber(delay) > 0 then
  redis.call('ZADD', QUEUE, int(now + delay), sid)
end
if anything_due(now) then wake() end
return 0
