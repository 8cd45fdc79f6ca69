-- Find the turn a person wants stopped. A running one is told to its worker, which settles it;
-- one that waits is returned, for the caller to end with `cut`.
local sid, idkey = unpack(ARGV)
local turn, pend = key(sid, 'turn'), key(sid, 'pend')
local entries = redis.call('LRANGE', pend, 0, -1)
local entry, place
for i, e in ipairs(entries) do
  local _, _, k = read_entry(e)
  if idkey == '' or k == idkey then
    entry, place = e, i
    break
  end
end
if not entry then return {'none'} end
local offset, n = read_entry(entry)
local t = redis.call('HMGET', turn, 'fence', 'attempt', 'user')
local shown = {}
if place == 1 then
  if t[1] and due_time(sid) > now_ms() then
    local control = CONTROL .. string.match(t[1], '^[^.]+')
    redis.call('HSET', turn, 'stop', n)
    redis.call('RPUSH', control, sid)
    redis.call('EXPIRE', control, 60)
    return {'running'}
  end
  shown = redis.call('LRANGE', key(sid, 'part'), 0, -1)
end
local asked = redis.call('XRANGE', key(sid, 'log'), offset, offset)[1]
return {'waiting', entry, place == 1 and tonumber(t[2] or '1') or 1, n, t[3] or '0', asked and asked[2][6] or '', shown}
