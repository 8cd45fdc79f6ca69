-- Places in the queue: for each sid of ARGV its rank plus one, or 0 when it is not waiting.
local now = now_ms()
local places = {}
for i, sid in ipairs(ARGV) do
  local score = tonumber(redis.call('ZSCORE', QUEUE, sid) or 'inf')
  places[i] = score <= now and redis.call('ZRANK', QUEUE, sid) + 1 or 0
end
return places
