-- Renew the leases of all turns of a worker in one call. ARGV: lease, then sid, fence, n for each.
-- Returns for each 0 (renewed), 1 (renewed, but the person asked to stop), -1 (lost).
local lease = ARGV[1]
local now = now_ms()
local answers = {}
for i = 2, #ARGV, 3 do
  local sid, fence, n = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local t = redis.call('HMGET', key(sid, 'turn'), 'fence', 'stop')
  local held = due_time(sid)
  if t[1] ~= fence or held <= now then
    -- A lease that ran out is not revived: its permit may be another's already.
    answers[#answers + 1] = -1
  else
    local express = tonumber(redis.call('ZSCORE', QUEUE, sid)) < 0 and EXPRESS or 0
    redis.call('ZADD', QUEUE, int(now + lease - express), sid)
    redis.call('ZADD', PERMITS, 'XX', int(now + lease), sid)
    answers[#answers + 1] = t[2] == n and 1 or 0
  end
end
keep_permits(lease)
return answers
