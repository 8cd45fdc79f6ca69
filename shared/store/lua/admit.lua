-- Let an address open one more session, and number its user. A session that was admitted, and of
-- which nothing is stored yet, keeps its number: a second connection to it opens no new session.
-- Returns {user} or {0, ms until one more would be admitted}.
local sid, address, max, window, ttl, unused_ttl = unpack(ARGV)
local turn = key(sid, 'turn')
local known = redis.call('HGET', turn, 'user')
if known then return {tonumber(known)} end
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
redis.call('HSET', turn, 'user', user)
redis.call('PEXPIRE', turn, unused_ttl)
return {user}
