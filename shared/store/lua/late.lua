-- A call that took long to reach the provider counts there from then on: it has arrived by now.
-- Moves its reservation later, never earlier.
local id, rpm, tpm, rpd, tpd = unpack(ARGV)
for _, w in ipairs(windows(rpm, tpm, rpd, tpd)) do
  redis.call('ZADD', w[1], 'XX', 'GT', int(now_ms() - SLACK), id)
end
return 0
