-- Replace the estimate of a reservation by the tokens that were really used.
local id, used, rpm, tpm, rpd, tpd = unpack(ARGV)
for _, w in ipairs(windows(rpm, tpm, rpd, tpd)) do
  local tokens = w[1] .. ':tokens'
  local estimate = redis.call('HGET', tokens, id)
  if estimate then
    redis.call('HSET', tokens, id, used)
    redis.call('HINCRBY', tokens, '#sum', used - estimate)
  end
end
return 0
