-- The newest seq of each sid of ARGV (0 when nothing is stored): an edge that has seen less missed something.
local newest = {}
for i, sid in ipairs(ARGV) do
  newest[i] = tonumber(redis.call('HGET', key(sid, 'turn'), 'seq') or '0')
end
return newest
