-- Replace the estimate of a reservation by the tokens that were really used. Who was refused for lack
-- of them is called as soon as they are there, not when the window has slid on.
local id, used, rpm, tpm, rpd, tpd = unpack(ARGV)
local now = now_ms()
local found = windows(rpm, tpm, rpd, tpd)
for _, w in ipairs(found) do
  local tokens = w[1] .. ':tokens'
  local estimate = redis.call('HGET', tokens, id)
  if estimate then
    redis.call('HSET', tokens, id, used)
    redis.call('HINCRBY', tokens, '#sum', used - estimate)
  end
end
local need = string.match(redis.call('GET', QUOTA_GATE) or '', ' (%d+)$')
if need and quota_wait(found, need, now) == 0 then
  redis.call('DEL', QUOTA_GATE)
  wake()
end
return 0
