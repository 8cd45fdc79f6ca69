-- Take the provider's own word on what is left, where it is less than we thought when the call was
-- reserved: calls that ended since have been corrected here, but not in what it said then. ARGV: the
-- reservation, the four limits, then remaining requests, ms until they reset, remaining tokens, ms until they reset ('' if unsaid).
local id, rpm, tpm, rpd, tpd, left_requests, reset_requests, left_tokens, reset_tokens = unpack(ARGV)
local now = now_ms()

local function believe(w, what, limit, used, left, reset)
  if left == '' or reset == '' or limit == 0 then return end
  -- Which window a header speaks of shows in how long it takes to reset.
  local day = tonumber(reset) > 60000 + SLACK
  if day ~= (w[2] > 60000 + SLACK) then return end
  local extra = math.max(0, limit - used - left)
  redis.call('HSET', w[1] .. ':tokens', '#' .. what, int(extra), '#' .. what .. '_until', int(now + reset))
end

for _, w in ipairs(windows(rpm, tpm, rpd, tpd)) do
  quota_purge(w[1], w[2], now)
  local requests = redis.call('ZCARD', w[1])
  local sums = redis.call('HMGET', w[1] .. ':tokens', '#sum', id .. '@')
  local tokens = math.max(tonumber(sums[1] or '0'), tonumber(sums[2] or '0'))
  believe(w, 'extra_requests', w[3], requests, left_requests, reset_requests)
  believe(w, 'extra_tokens', w[4], tokens, left_tokens, reset_tokens)
  redis.call('PEXPIRE', w[1] .. ':tokens', w[2])
end
return 0
