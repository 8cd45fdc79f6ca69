-- Add a piece to the running reply: stored and published together, only for the turn's owner.
-- A higher attempt starts the reply over; a piece that is stored already is accepted again.
-- Returns 0 (go on), 1 (the person asked to stop), -1 (the turn is another's), -2 (a gap).
local sid, fence, n, attempt, at, count, frame, ttl = unpack(ARGV)
local turn, part = key(sid, 'turn'), key(sid, 'part')
local t = redis.call('HMGET', turn, 'fence', 'len', 'stop', 'attempt')
if t[1] ~= fence then return -1 end
local len = tonumber(t[2] or '0')
attempt, at, count = tonumber(attempt), tonumber(at), tonumber(count)
if attempt > tonumber(t[4]) then
  redis.call('DEL', part)
  redis.call('HSET', turn, 'attempt', attempt)
  len = 0
end
if at == len then
  redis.call('RPUSH', part, frame)
  redis.call('PEXPIRE', part, ttl)
  redis.call('HSET', turn, 'len', at + count)
  publish(sid, 'd', '-', n, '-', frame)
elseif at + count ~= len then
  return -2
end
return t[3] == n and 1 or 0
