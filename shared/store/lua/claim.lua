-- Give a worker turns to answer. A claim is a lease and a permit of the semaphore in one, so the
-- queue's order is the semaphore's order and a dead worker's turns and permits come back together.
-- Returns {ms until it is worth asking again (-1: when woken), claim...}.
local worker, nonce, want, max, lease, window, patience, rpm = unpack(ARGV)
local now = now_ms()
want, max, window, rpm = tonumber(want), tonumber(max), tonumber(window), tonumber(rpm)

-- How a claimed turn is to be answered.
local CALL, DETOUR, TEMPLATE = 0, 1, 2

local function bodies(sid, offsets)
  local found = {}
  for _, offset in ipairs(offsets) do
    local entry = redis.call('XRANGE', key(sid, 'log'), offset, offset)[1]
    if entry then found[#found + 1] = entry[2][6] end
  end
  return found
end

local claims = {0}

local function claim(sid, due, mode)
  local turn, pend = key(sid, 'turn'), key(sid, 'pend')
  local head = redis.call('LINDEX', pend, 0)
  local offset, n = read_entry(head or '')
  local question = offset and redis.call('XRANGE', key(sid, 'log'), offset, offset)[1]
  if not question then
    -- The session expired, or its words did: there is nothing left to answer.
    if head then redis.call('LPOP', pend) end
    schedule(sid, now)
    return
  end
  local t = redis.call('HMGET', turn, 'fence', 'attempt', 'tries', 'crashes', 'len', 'stop', 'user', 'country', 'express', 'risk', 'risk_was', 'risk_since')
  if t[9] == n then mode = TEMPLATE end
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
  local fence = worker .. '.' .. nonce .. '.' .. #claims
  redis.call('HSET', turn, 'fence', fence, 'attempt', attempt, 'crashes', crashes, 'due', due)
  redis.call('ZADD', QUEUE, int(now + lease - (mode == TEMPLATE and EXPRESS or 0)), sid)
  if mode == CALL then redis.call('ZADD', PERMITS, int(now + lease), sid) end
  claims[#claims + 1] = {sid, fence, n, attempt, tonumber(t[3] or '0'), crashes, tonumber(t[7] or '0'),
    t[8] or '', stopped and 1 or 0, question[2][6],
    bodies(sid, redis.call('LRANGE', key(sid, 'spoken'), -window, -1)), shown, mode, t[10] or '', t[11] or '',
    tonumber(t[12] or '0')}
end

-- Claims what is due between two scores, in order; returns how many there were.
local function take(low, high, count, mode)
  if count <= 0 then return 0 end
  local due = redis.call('ZRANGEBYSCORE', QUEUE, low, high, 'WITHSCORES', 'LIMIT', 0, count)
  for i = 1, #due, 2 do claim(due[i], due[i + 1], mode) end
  return #due / 2
end

local gate = tonumber(redis.call('GET', GATE) or '0') - now
-- The quota's gate is apart: it may open early, the provider's own word may not.
gate = math.max(gate, tonumber(string.match(redis.call('GET', QUOTA_GATE) or '', '^%d+') or '0') - now)
local patient = gate > 0 and gate <= tonumber(patience)

-- Nothing is due (what a dead worker left or erase emptied is): an idle worker costs the store little.
local first = redis.call('ZRANGE', QUEUE, 0, 0, 'WITHSCORES')
if not first[2] or tonumber(first[2]) > now then
  redis.call('DEL', WAKE)
  if patient then return {gate} end
  return {first[2] and math.max(1, math.ceil(first[2] - now)) or -1}
end

-- Who is answered by a template waits for nobody: no permit, no gate.
want = want - take('-inf', int(now - EXPRESS), want, TEMPLATE)

-- A worker that died costs its turn the lease, not its place: neither the head of the line that danger
-- gives nor the one it was claimed at. The person already sees half of the answer.
for _, sid in ipairs(redis.call('ZRANGEBYSCORE', PERMITS, '-inf', int(now))) do
  local _, n = read_entry(redis.call('LINDEX', key(sid, 'pend'), 0) or '')
  local place = redis.call('HGET', key(sid, 'turn'), 'due')
  if n and in_danger(sid, n) then
    schedule(sid, now)
  elseif n and place then
    redis.call('ZADD', QUEUE, 'XX', place, sid)
  end
end
redis.call('ZREMRANGEBYSCORE', PERMITS, '-inf', int(now))
local free = limit_in_force(max) - redis.call('ZCARD', PERMITS)
if rpm > 0 then free = math.min(free, rpm - redis.call('ZCOUNT', QUOTA .. 'minute', int(now - 61000), '+inf')) end
local taken, full = 0, want <= 0
if breaker_open() or gate > tonumber(patience) then
  -- Nobody waits for a model that is down: one turn probes, the others are told at once.
  if gate <= 0 and free > 0 and want > 0 and may_probe(now) then
    taken = take('(0', int(now), 1, CALL)
    if taken > 0 then probing(now) end
  end
  taken = taken + take('(0', int(now), want - taken, DETOUR)
  full = taken == want
elseif gate <= 0 then
  taken = take('(0', int(now), math.min(want, free), CALL)
  full = taken == want
end
keep_permits(lease)
if full then return claims end

-- Nobody can claim more now: old tokens would only cost empty claims.
redis.call('DEL', WAKE)
local next
if patient then
  claims[1] = gate
  return claims
elseif free <= taken then
  next = redis.call('ZRANGE', PERMITS, 0, 0, 'WITHSCORES')
else
  next = redis.call('ZRANGEBYSCORE', QUEUE, '(' .. int(now), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
end
claims[1] = next[2] and math.max(1, math.ceil(next[2] - now)) or -1
return claims
