-- One page of what a connection missed, with the seq its live events go on from.
-- Returns {exists, born, user, seq, cut, more, {offset, kind, n, body, ...}, {frames of the running reply}}.
local sid, since, count = unpack(ARGV)
local t = redis.call('HMGET', key(sid, 'turn'), 'born', 'user', 'seq', 'cut')
if not t[1] then return {0} end
local entries = redis.call('XRANGE', key(sid, 'log'), since == '' and '-' or '(' .. since, '+', 'COUNT', count)
local flat = {}
for _, entry in ipairs(entries) do
  local fields = entry[2]
  flat[#flat + 1] = entry[1]
  flat[#flat + 1] = fields[2]
  flat[#flat + 1] = fields[4]
  flat[#flat + 1] = fields[6]
end
local more = #entries == tonumber(count)
local shown = more and {} or redis.call('LRANGE', key(sid, 'part'), 0, -1)
return {1, t[1], tonumber(t[2] or '0'), tonumber(t[3] or '0'), t[4] or '', more and 1 or 0, flat, shown}
