-- Reserve one request and its tokens in every window, or in none.
-- Returns 0, or the ms until it is worth asking again (nothing was consumed).
local id, need, rpm, tpm, rpd, tpd = unpack(ARGV)
local now = now_ms()
local found = windows(rpm, tpm, rpd, tpd)

local function wait_for(name, length, requests, tokens)
  local used_requests, used_tokens = quota_used(name, now)
  -- A call larger than the whole quota can only ever go alone.
  local wanted = tokens > 0 and math.min(need, tokens) or 0
  local short_requests = requests > 0 and used_requests + 1 - requests or 0
  local short_tokens = tokens > 0 and used_tokens + wanted - tokens or 0
  if short_requests <= 0 and short_tokens <= 0 then return 0 end
  local wait, start = 1000, 0
  while short_requests > 0 or short_tokens > 0 do
    local oldest = redis.call('ZRANGE', name, start, start + 31, 'WITHSCORES')
    -- What only the provider's headers know of frees itself when they say so.
    if #oldest == 0 then return math.max(wait, 1000) end
    for i = 1, #oldest, 2 do
      short_requests = short_requests - 1
      short_tokens = short_tokens - tonumber(redis.call('HGET', name .. ':tokens', oldest[i]) or '0')
      wait = oldest[i + 1] + length - now + 1
      if short_requests <= 0 and short_tokens <= 0 then break end
    end
    start = start + 32
  end
  return math.max(1, math.ceil(wait))
end

local wait = 0
for _, w in ipairs(found) do
  quota_purge(w[1], w[2], now)
  wait = math.max(wait, wait_for(w[1], w[2], w[3], w[4]))
end
if wait > 0 then return wait end
for _, w in ipairs(found) do
  local tokens = w[1] .. ':tokens'
  redis.call('ZADD', w[1], int(now), id)
  redis.call('HSET', tokens, id, need)
  redis.call('HINCRBY', tokens, '#sum', need)
  redis.call('PEXPIRE', w[1], w[2])
  redis.call('PEXPIRE', tokens, w[2])
end
return 0
