-- Let an address open one more session, and number its user.
-- Returns {user} or {0, ms until one more would be admitted}.
local address, max, window, ttl = unpack(ARGV)
local door, now = DOOR .. address, now_ms()
max = tonumber(max)
redis.call('ZREMRANGEBYSCORE', door, '-inf', int(now - window))
local used = redis.call('ZCARD', door)
if used >= max then
  local last = redis.call('ZRANGE', door, used - max, used - max, 'WITHSCORES')
  return {0, math.ceil(last[2] + window - now)}
end
local user = redis.call('INCR', USERS)
redis.call('PEXPIRE', USERS, ttl)
redis.call('ZADD', door, int(now), user)
redis.call('PEXPIRE', door, window)
return {user}
