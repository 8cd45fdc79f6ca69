-- Forget a session, everywhere, for good. Its limiter's short window stays, so that erasing is no
-- way around it. The worker that answers it, if any, finds its fence gone.
local sid, origin = unpack(ARGV)
local fence = redis.call('HGET', key(sid, 'turn'), 'fence')
for _, part in ipairs({'log', 'turn', 'pend', 'spoken', 'part', 'seen'}) do
  redis.call('DEL', key(sid, part))
end
redis.call('DEL', JOB .. sid)
redis.call('ZREM', QUEUE, sid)
redis.call('ZREM', PERMITS, sid)
if fence then
  local control = CONTROL .. string.match(fence, '^[^.]+')
  redis.call('RPUSH', control, sid)
  redis.call('EXPIRE', control, 60)
end
if anything_due(now_ms()) then wake() end
redis.call('PUBLISH', key(sid, 'live'), '0 e - 0 ' .. origin .. ' ')
return 1
