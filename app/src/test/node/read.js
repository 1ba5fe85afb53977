// Prints each message of a topic as a line of JSON; "ready" comes first, when it listens.
const fs = require('fs');
const path = require('path');
const rhea = require('rhea');

const DATA_SECTION = 0x75;
const [directory, topic] = process.argv.slice(2);
const text = fs.readFileSync(path.join(directory, 'bus-connection-string'), 'utf8').trim();
const parts = Object.fromEntries(text.split(';').map((part) => {
  const at = part.indexOf('=');
  return [part.slice(0, at), part.slice(at + 1)];
}));
const endpoint = new URL(parts.Endpoint.replace('sb://', 'https://'));

rhea.connect({
  transport: 'tls',
  host: endpoint.hostname,
  port: endpoint.port,
  servername: 'localhost',
  ca: fs.readFileSync(path.join(directory, 'bus-certificate.pem')),
  username: parts.SharedAccessKeyName,
  password: parts.SharedAccessKey,
  reconnect: false,
}).open_receiver({ source: { address: topic, capabilities: ['topic'] } });

rhea.on('receiver_open', () => console.log('ready'));
rhea.on('message', ({ message }) => {
  const isData = message.body && message.body.typecode === DATA_SECTION;
  console.log(JSON.stringify({
    isData,
    body: isData ? message.body.content.toString('utf8') : String(message.body),
    subject: message.subject,
    correlationId: message.correlation_id,
    contentType: message.content_type,
    groupId: message.group_id,
    messageId: String(message.message_id),
    properties: message.application_properties,
  }));
});
rhea.on('disconnected', ({ error }) => {
  console.error(String(error));
  process.exit(1);
});
