-- Give a worker turns to answer. A claim is a lease and a permit of the semaphore in one, so the
-- queue's order is the semaphore's order and a dead worker's turns and permits come back together.
-- Returns {ms until it is worth asking again, claim...}.
local worker, nonce, want, limit, lease, window = unpack(ARGV)
local now = now_ms()
want, limit, window = tonumber(want), tonumber(limit), tonumber(window)

local gate = tonumber(redis.call('GET', GATE) or '0')
if gate > now then
  redis.call('DEL', WAKE)
  return {gate - now}
end

-- A worker that died costs its turn the lease, not the head of the line that danger gives.
for _, sid in ipairs(redis.call('ZRANGEBYSCORE', PERMITS, '-inf', int(now))) do
  local _, n = read_entry(redis.call('LINDEX', key(sid, 'pend'), 0) or '')
  if n and in_danger(sid, n) then schedule(sid, now) end
end
redis.call('ZREMRANGEBYSCORE', PERMITS, '-inf', int(now))
local free = limit - redis.call('ZCARD', PERMITS)
local asked = math.min(want, free)
local due = {}
if asked > 0 then
  due = redis.call('ZRANGEBYSCORE', QUEUE, '-inf', int(now), 'LIMIT', 0, asked)
end

local function bodies(sid, offsets)
  local found = {}
  for _, offset in ipairs(offsets) do
    local entry = redis.call('XRANGE', key(sid, 'log'), offset, offset)[1]
    if entry then
      found[#found + 1] = entry[2][2]
      found[#found + 1] = entry[2][6]
    end
  end
  return found
end

local claims = {0}
for i, sid in ipairs(due) do
  local turn, pend = key(sid, 'turn'), key(sid, 'pend')
  local head = redis.call('LINDEX', pend, 0)
  local offset, n = read_entry(head or '')
  local question = offset and redis.call('XRANGE', key(sid, 'log'), offset, offset)[1]
  if not question then
    -- The session expired, or its words did: there is nothing left to answer.
    if head then redis.call('LPOP', pend) end
    schedule(sid, now)
  else
    local t = redis.call('HMGET', turn, 'fence', 'attempt', 'tries', 'crashes', 'len', 'stop', 'user', 'country')
    local attempt, crashes = tonumber(t[2] or '1'), tonumber(t[4] or '0')
    local stopped, shown = t[6] == n, {}
    if stopped then
      shown = redis.call('LRANGE', key(sid, 'part'), 0, -1)
    else
      if t[1] or tonumber(t[5] or '0') > 0 then attempt = attempt + 1 end
      redis.call('DEL', key(sid, 'part'))
      redis.call('HSET', turn, 'len', 0)
    end
    if t[1] then crashes = crashes + 1 end
    local fence = worker .. '.' .. nonce .. '.' .. i
    redis.call('HSET', turn, 'fence', fence, 'attempt', attempt, 'crashes', crashes)
    redis.call('ZADD', QUEUE, int(now + lease), sid)
    redis.call('ZADD', PERMITS, int(now + lease), sid)
    claims[#claims + 1] = {sid, fence, n, attempt, tonumber(t[3] or '0'), crashes, tonumber(t[7] or '0'),
      t[8] or '', stopped and 1 or 0, question[2][6], bodies(sid, redis.call('LRANGE', key(sid, 'spoken'), -window, -1)),
      shown}
  end
end
keep_permits(lease)

if asked <= 0 or #due < want then
  -- Nobody can claim more now: old tokens would only cost empty claims.
  redis.call('DEL', WAKE)
  local next
  if #due >= free then
    next = redis.call('ZRANGE', PERMITS, 0, 0, 'WITHSCORES')
  else
    next = redis.call('ZRANGEBYSCORE', QUEUE, '(' .. int(now), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  end
  claims[1] = next[2] and math.max(1, math.ceil(next[2] - now)) or -1
end
return claims
