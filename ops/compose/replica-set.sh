#!/bin/sh
# Joins the three members into one replica set, unless they are.
set -eu

mongosh --quiet --host mongo-1 --eval '
  try {
    rs.status();
  } catch (notInitialised) {
    rs.initiate({_id: "rs0", members: [
      {_id: 0, host: "mongo-1:27017", priority: 2},
      {_id: 1, host: "mongo-2:27017"},
      {_id: 2, host: "mongo-3:27017"}]});
  }
  while (!db.hello().isWritablePrimary && !db.hello().primary) sleep(500);
'
