-- End a turn: its last piece is shown, the reply committed, the permit released, the session's next
-- message scheduled.
-- Returns 1 (more turns are due), 0 (done), -1 (the turn is another's).
local sid, fence, body, ttl, hungry, n, last, word, max, level, rules, version = unpack(ARGV)
local turn = key(sid, 'turn')
local t = redis.call('HMGET', turn, 'fence', 'done')
local now = now_ms()
if t[1] ~= fence then
  -- Refused after a lost answer of our own is success.
  if t[2] == fence then return anything_due(now) and 1 or 0 end
  return -1
end
note_health(word, max, now)
-- The last piece is not kept as running text: the whole reply follows in the same breath.
if last ~= '' then publish(sid, 'd', '-', n, '-', last) end
commit_reply(sid, redis.call('LINDEX', key(sid, 'pend'), 0), body, ttl)
clear_turn(sid)
-- The model's second opinion.
if level ~= '' then raise_risk(turn, n, level, rules, version) end
redis.call('HSET', turn, 'done', fence)
redis.call('ZREM', PERMITS, sid)
schedule(sid, now)
local due = anything_due(now)
if due and hungry ~= '1' then wake() end
return due and 1 or 0
