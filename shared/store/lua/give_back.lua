-- Return an unanswered turn to the queue; its permit is free at once. It is due after `delay` ms, or
-- keeps its place (`keep_place`); a turn in danger goes to the head of the line instead, unless nobody
-- could even try it: at the head it would be claimed again and again. `gate` > 0 closes the model to
-- every worker for that long; it only ever moves later.
-- Returns 0, or -1 (the turn is another's).
local sid, fence, delay, keep_place, tried, gate, word, max = unpack(ARGV)
local turn = key(sid, 'turn')
local now = now_ms()
if tonumber(gate) > 0 then close_gate(now, gate) end
local t = redis.call('HMGET', turn, 'fence', 'due')
if t[1] ~= fence then return -1 end
note_health(word, max, now)
redis.call('HDEL', turn, 'fence', 'due')
if tried == '1' then redis.call('HINCRBY', turn, 'tries', 1) end
redis.call('ZREM', PERMITS, sid)
if schedule(sid, now) then
  local ahead = tonumber(redis.call('ZSCORE', QUEUE, sid)) < now - 1
  if tonumber(delay) > 0 and (tried ~= '1' or not ahead) then
    redis.call('ZADD', QUEUE, int(now + delay), sid)
  elseif keep_place == '1' and t[2] and not ahead then
    redis.call('ZADD', QUEUE, t[2], sid)
  end
end
if anything_due(now) then wake() end
return 0
