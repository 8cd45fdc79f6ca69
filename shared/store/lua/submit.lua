-- Accept one message: duplicate check, limits, log, queue, live event. All or nothing.
-- A repeat with the same nonce is our own retry after a lost answer, not the person's duplicate.
local sid, idkey, nonce, origin, body, user, danger, level, rules, version, safe, country,
  rate_max, rate_window, pending_max, depth_max, ttl, job = unpack(ARGV)
local now = now_ms()
local turn, seen, rate, pend = key(sid, 'turn'), key(sid, 'seen'), key(sid, 'rate'), key(sid, 'pend')
local allowance = danger ~= '0' and 2 or 1

local known = redis.call('HGET', seen, idkey)
if known then
  local offset, n, first = read_entry(known)
  return {first == nonce and 'ok' or 'duplicate', offset, n, redis.call('HGET', turn, 'user') or user}
end

redis.call('ZREMRANGEBYSCORE', rate, '-inf', int(now - rate_window))
local used, allowed = redis.call('ZCARD', rate), rate_max * allowance
if used >= allowed then
  local last = redis.call('ZRANGE', rate, used - allowed, used - allowed, 'WITHSCORES')
  return {'rate_limited', int(last[2] + rate_window - now)}
end
if redis.call('LLEN', pend) >= pending_max * allowance then return {'too_many_pending'} end
local scheduled = redis.call('ZSCORE', QUEUE, sid)
if not scheduled and redis.call('ZCARD', QUEUE) >= depth_max * allowance then
  -- Each of those turned away is told a moment of their own, at the pace turns are really answered.
  local refused = count_pace('refused')
  local _, settled, seconds = count_pace('settled', 0)
  return {'busy', int(math.min(120000, math.max(1000, refused * seconds * 1000 / math.max(settled, 1))))}
end

local n = redis.call('HINCRBY', turn, 'n', 1)
redis.call('HSETNX', turn, 'user', user)
if country ~= '' then redis.call('HSET', turn, 'country', country) end
local offset = log_event(sid, 'u', n, body)
redis.call('HSETNX', turn, 'born', offset)
redis.call('HSET', seen, idkey, offset .. ' ' .. n .. ' ' .. nonce, '#' .. n, idkey)
if n > SEEN_CAP then
  local ring = '#' .. (n - SEEN_CAP)
  local oldest = redis.call('HGET', seen, ring)
  if oldest then redis.call('HDEL', seen, ring, oldest) end
end
redis.call('RPUSH', pend, offset .. ' ' .. n .. ' ' .. idkey)
redis.call('ZADD', rate, int(now), offset)
redis.call('PEXPIRE', rate, rate_window)

if danger ~= '0' then
  redis.call('HSET', turn, 'danger', n)
  raise_risk(turn, n, level, rules, version)
elseif safe == '1' then
  answer_safe(turn)
end
if danger == '2' then redis.call('HSET', turn, 'express', n) end
if not scheduled then
  redis.call('SET', JOB .. sid, job, 'PX', ttl)
  schedule(sid, now)
  redis.call('PEXPIRE', QUEUE, ttl)
  wake()
elseif danger ~= '0' and (due_time(sid) <= now or not redis.call('HGET', turn, 'fence')) then
  schedule(sid, now)
  wake()
end
publish(sid, 'u', offset, n, origin, body)
keep(sid, ttl)
return {'ok', offset, n, redis.call('HGET', turn, 'user')}
