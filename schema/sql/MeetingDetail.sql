-- MeetingDetail, asked as teacher-parent: answered by statement

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.meeting (Meeting)
-- _r1: Meeting.school
-- _r2: Meeting.organiser
-- _l0: Meeting.agenda
-- _l1: Meeting.topics
-- _l2: Meeting.citedEditions
-- _l3: Meeting.invitations
-- _r3: MeetingInvitation.household
-- _l4: Household.guardians
-- _r4: MeetingInvitation.currentReply
-- _l5: MeetingReply.attendingGuardians
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and (
                                    asg.school_class_id = any ($4::uuid[])
                                    or asg.school_id = any ($5::uuid[])
                                  )
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and (
                                      asg.school_class_id = any ($4::uuid[])
                                      or asg.school_id = any ($5::uuid[])
                                    )
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r2.person_id
                      )
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _r0."organiser_id"
                    and (
                      _r2.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_class_id = any ($4::uuid[])
                      )
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_id = any ($5::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || _l0."duration_minutes"::text || ',' || right(
                      json_build_array(
                        _l0."title",
                        _l0."speaker",
                        (
                          (
                            (
                              _r0.published_at is not null
                              and _r0.id = any (
                                array(
                                  select inv.meeting_id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($7::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              _r0.published_at is not null
                              and _r0.id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($8::uuid[])
                                )
                              )
                            )
                            or (
                              _r0.organiser_id = $2::uuid
                              and _r0.school_id = any ($5::uuid[])
                            )
                          )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from agenda_item _l0
                    where
                      (
                        _l0."meeting_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $9::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1), ',') || ']'
                from
                  (
                    select _l1.*
                    from
                      meeting_topic _link
                      join topic _l1 on _l1.id = _link."topic_id"
                    where
                      (
                        _link."meeting_id" = _r0.id
                        and true
                      )
                    order by
                      _l1."code" asc,
                      _l1."id" asc
                    limit $10::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."effective_from"::text || '",' || right(
                      json_build_array(
                        _l2."title",
                        (
                          case
                            when _l2.status <> 'PUBLISHED' then null
                            when _l2.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                            when _l2.effective_to < $3::date then _l2.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l2.*
                    from
                      meeting_citation _link
                      join policy_edition _l2 on _l2.id = _link."edition_id"
                    where
                      (
                        _link."meeting_id" = _r0.id
                        and exists (
                          select 1
                          from policy_document doc
                          where
                            doc.id = _l2.document_id
                            and (
                              (
                                _l2.status = 'PUBLISHED'
                                and (
                                  doc.is_public
                                  or exists (
                                    select 1
                                    from audience_target t
                                    where
                                      t.audience_id = doc.audience_id
                                      and t.key = any ($11::text[])
                                  )
                                  or doc.school_id = any ($5::uuid[])
                                  or (
                                    doc.school_id is null
                                    and (
                                      doc.district_id is null
                                      or doc.district_id = any ($12::uuid[])
                                    )
                                  )
                                )
                              )
                              or (
                                doc.created_by_id = $2::uuid
                                and exists (
                                  select 1
                                  from staff_assignment own
                                  where
                                    own.staff_id = $2::uuid
                                    and own.ended_at is null
                                    and own.valid_from <= $3::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $3::date
                                    )
                                    and (
                                      own.school_id = doc.school_id
                                      or (
                                        doc.school_id is null
                                        and coalesce(doc.district_id, own.district_id) = own.district_id
                                      )
                                    )
                                )
                              )
                            )
                        )
                        and true
                      )
                    order by
                      _l2."effective_from" desc,
                      _l2."id" desc
                    limit $13::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l4."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l4.person_id
                                      ),
                                      (_l4.id is not distinct from $14::uuid),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _l4.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($15::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l4.*
                                  from
                                    household_guardian _link
                                    join guardian _l4 on _l4.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r3.id
                                      and (
                                        _l4.id = $14::uuid
                                        or _l4.id = any (
                                          array(
                                            select tie.guardian_id
                                            from
                                              household_student hst
                                              join household_guardian hgd on hgd.household_id = hst.household_id
                                              join guardianship tie on tie.guardian_id = hgd.guardian_id
                                              and tie.student_id = hst.student_id
                                            where
                                              hst.household_id = any ($7::uuid[])
                                              and hst.student_id = any ($6::uuid[])
                                              and tie.status = 'ACTIVE'
                                              and tie.valid_from <= $3::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $3::date
                                              )
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from
                                            guardianship g
                                            join class_membership m on m.student_id = g.student_id
                                          where
                                            g.guardian_id = _l4.id
                                            and g.status in ('ACTIVE', 'PENDING')
                                            and m.school_class_id = any ($8::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l4."created_at" asc,
                                    _l4."id" asc
                                  limit $16::int
                                ) _l4
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r3."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r3.id
                                        and (
                                          stu.id = any ($6::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($8::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) || '家',
                                    '家庭'
                                  )
                                ),
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select stu.id
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r3.id
                                        and (
                                          stu.school_id = any ($15::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($8::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r3
                        where
                          (
                            _r3.id = _l3."household_id"
                            and (
                              _r3.id = any ($7::uuid[])
                              or exists (
                                select 1
                                from
                                  household_student hs
                                  join class_membership m on m.student_id = hs.student_id
                                where
                                  hs.household_id = _r3.id
                                  and m.school_class_id = any ($8::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l5."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l5.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _l5.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($15::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l5.*
                                  from
                                    meeting_reply_guardian _link
                                    join guardian _l5 on _l5.id = _link."guardian_id"
                                  where
                                    (
                                      (
                                        _link."reply_id" = _r4.id
                                        and (
                                          select
                                            rpl.superseded_at is not null
                                            or mtg.ends_at <= $17::timestamptz
                                            or exists (
                                              select 1
                                              from meeting_invitation_student ivs
                                              where
                                                ivs.invitation_id = rpl.invitation_id
                                                and ivs.ended_at is null
                                                and ivs.student_id = any (
                                                  array(
                                                    select tie.student_id
                                                    from guardianship tie
                                                    where
                                                      tie.guardian_id = _link.guardian_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $3::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $3::date
                                                      )
                                                  )
                                                )
                                            )
                                          from
                                            meeting_reply rpl
                                            join meeting mtg on mtg.id = rpl.meeting_id
                                          where rpl.id = _link.reply_id
                                        )
                                      )
                                      and (
                                        _l5.id = $14::uuid
                                        or _l5.id = any (
                                          array(
                                            select tie.guardian_id
                                            from
                                              household_student hst
                                              join household_guardian hgd on hgd.household_id = hst.household_id
                                              join guardianship tie on tie.guardian_id = hgd.guardian_id
                                              and tie.student_id = hst.student_id
                                            where
                                              hst.household_id = any ($7::uuid[])
                                              and hst.student_id = any ($6::uuid[])
                                              and tie.status = 'ACTIVE'
                                              and tie.valid_from <= $3::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $3::date
                                              )
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from
                                            guardianship g
                                            join class_membership m on m.student_id = g.student_id
                                          where
                                            g.guardian_id = _l5.id
                                            and g.status in ('ACTIVE', 'PENDING')
                                            and m.school_class_id = any ($8::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l5."created_at" asc,
                                    _l5."id" asc
                                  limit $18::int
                                ) _l5
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r4."id"::text || '","' || _r4."answer"::text || '",' || _r4."attendee_count"::text || ',"' || _r4."replied_at"::text || '",' || right(
                              json_build_array(
                                _r4."note",
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select hst.student_id
                                      from household_student hst
                                      where hst.household_id = _r4.household_id
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from meeting_reply _r4
                        where
                          (
                            _r4."invitation_id" = _l3.id
                            and (
                              (
                                _r4.household_id = any ($7::uuid[])
                                and _r4.invitation_id = any (
                                  array(
                                    select inv.id
                                    from
                                      meeting_invitation_student ivs
                                      join meeting_invitation inv on inv.id = ivs.invitation_id
                                    where
                                      ivs.ended_at is null
                                      and ivs.student_id = any ($6::uuid[])
                                      and inv.household_id = any ($7::uuid[])
                                      and inv.status = 'INVITED'
                                  )
                                )
                              )
                              or (
                                (
                                  _r4.meeting_id = any (
                                    array(
                                      select mcl.meeting_id
                                      from meeting_class mcl
                                      where mcl.school_class_id = any ($8::uuid[])
                                    )
                                  )
                                  and _r4.household_id in (
                                    select hst.household_id
                                    from
                                      class_membership cms
                                      join household_student hst on hst.student_id = cms.student_id
                                    where
                                      cms.school_class_id = any ($8::uuid[])
                                      and cms.status = 'ACTIVE'
                                  )
                                  and (
                                    select mtg.published_at is not null
                                    from meeting mtg
                                    where mtg.id = _r4.meeting_id
                                  )
                                )
                                or (
                                  select
                                    (
                                      mtg.organiser_id = $2::uuid
                                      and mtg.school_id = any ($5::uuid[])
                                    )
                                  from meeting mtg
                                  where mtg.id = _r4.meeting_id
                                )
                              )
                            )
                            and _r4.superseded_at is null
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || ('"' || _l3."id"::text || '","' || _l3."invited_at"::text || '"]'),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from meeting_invitation _l3
                    where
                      (
                        _l3."meeting_id" = _r0.id
                        and (
                          (
                            _l3.household_id = any ($7::uuid[])
                            and _l3.id = any (
                              array(
                                select inv.id
                                from
                                  meeting_invitation_student ivs
                                  join meeting_invitation inv on inv.id = ivs.invitation_id
                                where
                                  ivs.ended_at is null
                                  and ivs.student_id = any ($6::uuid[])
                                  and inv.household_id = any ($7::uuid[])
                                  and inv.status = 'INVITED'
                              )
                            )
                            and _r0.published_at is not null
                          )
                          or (
                            (
                              _l3.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($8::uuid[])
                                )
                              )
                              and _l3.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($8::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and _r0.published_at is not null
                            )
                            or (
                              _r0.organiser_id = $2::uuid
                              and _r0.school_id = any ($5::uuid[])
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."invited_at" desc,
                      _l3."id" desc
                    limit $19::int
                  ) _l3
              ),
              case
                when (
                  (
                    _r0.id = any (
                      array(
                        select inv.meeting_id
                        from
                          meeting_invitation_student ivs
                          join meeting_invitation inv on inv.id = ivs.invitation_id
                        where
                          ivs.ended_at is null
                          and ivs.student_id = any ($6::uuid[])
                          and inv.household_id = any ($7::uuid[])
                          and inv.status = 'INVITED'
                      )
                    )
                    or _r0.id = any (
                      array(
                        select mcl.meeting_id
                        from meeting_class mcl
                        where mcl.school_class_id = any ($8::uuid[])
                      )
                    )
                    or (
                      _r0.organiser_id = $2::uuid
                      and _r0.school_id = any ($5::uuid[])
                    )
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || coalesce('"' || _r0."reply_by"::text || '"', 'null') || ',"' || _r0."scope"::text || '",' || coalesce(_r0."capacity"::text, 'null') || ',' || coalesce('"' || _r0."cancelled_at"::text || '"', 'null') || ',' || right(json_build_array(_r0."title", _r0."place", _r0."summary", _r0."cancel_reason")::text, -1)
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($20::uuid[])
            and (
              (
                _r0.published_at is not null
                and _r0.id = any (
                  array(
                    select inv.meeting_id
                    from
                      meeting_invitation_student ivs
                      join meeting_invitation inv on inv.id = ivs.invitation_id
                    where
                      ivs.ended_at is null
                      and ivs.student_id = any ($6::uuid[])
                      and inv.household_id = any ($7::uuid[])
                      and inv.status = 'INVITED'
                  )
                )
              )
              or (
                _r0.published_at is not null
                and _r0.id = any (
                  array(
                    select mcl.meeting_id
                    from meeting_class mcl
                    where mcl.school_class_id = any ($8::uuid[])
                  )
                )
              )
              or (
                _r0.organiser_id = $2::uuid
                and _r0.school_id = any ($5::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _r0: Query.meeting (Meeting)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from meeting _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian (as parent)
-- _r0: Query.meeting (Meeting)
-- _r1: Meeting.school
-- _r2: Meeting.organiser
-- _l0: Meeting.agenda
-- _l1: Meeting.topics
-- _l2: Meeting.citedEditions
-- _l3: Meeting.invitations
-- _r3: MeetingInvitation.household
-- _l4: Household.guardians
-- _r4: MeetingInvitation.currentReply
-- _l5: MeetingReply.attendingGuardians
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r2."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r2.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r2.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.school_class_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r2.id
                                    and asg.school_class_id = any ($4::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r2.person_id
                      )
                    )::text,
                    -1
                  )
                from staff _r2
                where
                  (
                    _r2.id = _r0."organiser_id"
                    and (
                      _r2.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r2.id
                          and a.school_class_id = any ($4::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || _l0."duration_minutes"::text || ',' || right(
                      json_build_array(
                        _l0."title",
                        _l0."speaker",
                        (
                          (
                            _r0.published_at is not null
                            and _r0.id = any (
                              array(
                                select inv.meeting_id
                                from
                                  meeting_invitation_student ivs
                                  join meeting_invitation inv on inv.id = ivs.invitation_id
                                where
                                  ivs.ended_at is null
                                  and ivs.student_id = any ($5::uuid[])
                                  and inv.household_id = any ($6::uuid[])
                                  and inv.status = 'INVITED'
                              )
                            )
                          )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from agenda_item _l0
                    where
                      (
                        _l0."meeting_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $7::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1), ',') || ']'
                from
                  (
                    select _l1.*
                    from
                      meeting_topic _link
                      join topic _l1 on _l1.id = _link."topic_id"
                    where
                      (
                        _link."meeting_id" = _r0.id
                        and true
                      )
                    order by
                      _l1."code" asc,
                      _l1."id" asc
                    limit $8::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."effective_from"::text || '",' || right(
                      json_build_array(
                        _l2."title",
                        (
                          case
                            when _l2.status <> 'PUBLISHED' then null
                            when _l2.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                            when _l2.effective_to < $3::date then _l2.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l2.*
                    from
                      meeting_citation _link
                      join policy_edition _l2 on _l2.id = _link."edition_id"
                    where
                      (
                        _link."meeting_id" = _r0.id
                        and exists (
                          select 1
                          from policy_document doc
                          where
                            doc.id = _l2.document_id
                            and (
                              (
                                _l2.status = 'PUBLISHED'
                                and (
                                  doc.is_public
                                  or exists (
                                    select 1
                                    from audience_target t
                                    where
                                      t.audience_id = doc.audience_id
                                      and t.key = any ($9::text[])
                                  )
                                )
                              )
                              or (
                                doc.created_by_id = $2::uuid
                                and exists (
                                  select 1
                                  from staff_assignment own
                                  where
                                    own.staff_id = $2::uuid
                                    and own.ended_at is null
                                    and own.valid_from <= $3::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $3::date
                                    )
                                    and (
                                      own.school_id = doc.school_id
                                      or (
                                        doc.school_id is null
                                        and coalesce(doc.district_id, own.district_id) = own.district_id
                                      )
                                    )
                                )
                              )
                            )
                        )
                        and true
                      )
                    order by
                      _l2."effective_from" desc,
                      _l2."id" desc
                    limit $10::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l4."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l4.person_id
                                      ),
                                      (_l4.id is not distinct from $11::uuid)
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l4.*
                                  from
                                    household_guardian _link
                                    join guardian _l4 on _l4.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r3.id
                                      and (
                                        _l4.id = $11::uuid
                                        or _l4.id = any (
                                          array(
                                            select tie.guardian_id
                                            from
                                              household_student hst
                                              join household_guardian hgd on hgd.household_id = hst.household_id
                                              join guardianship tie on tie.guardian_id = hgd.guardian_id
                                              and tie.student_id = hst.student_id
                                            where
                                              hst.household_id = any ($6::uuid[])
                                              and hst.student_id = any ($5::uuid[])
                                              and tie.status = 'ACTIVE'
                                              and tie.valid_from <= $3::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $3::date
                                              )
                                          )
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l4."created_at" asc,
                                    _l4."id" asc
                                  limit $12::int
                                ) _l4
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r3."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r3.id
                                        and stu.id = any ($5::uuid[])
                                    ) || '家',
                                    '家庭'
                                  )
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r3
                        where
                          (
                            _r3.id = _l3."household_id"
                            and _r3.id = any ($6::uuid[])
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l5."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l5.person_id
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l5.*
                                  from
                                    meeting_reply_guardian _link
                                    join guardian _l5 on _l5.id = _link."guardian_id"
                                  where
                                    (
                                      (
                                        _link."reply_id" = _r4.id
                                        and (
                                          select
                                            rpl.superseded_at is not null
                                            or mtg.ends_at <= $13::timestamptz
                                            or exists (
                                              select 1
                                              from meeting_invitation_student ivs
                                              where
                                                ivs.invitation_id = rpl.invitation_id
                                                and ivs.ended_at is null
                                                and ivs.student_id = any (
                                                  array(
                                                    select tie.student_id
                                                    from guardianship tie
                                                    where
                                                      tie.guardian_id = _link.guardian_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $3::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $3::date
                                                      )
                                                  )
                                                )
                                            )
                                          from
                                            meeting_reply rpl
                                            join meeting mtg on mtg.id = rpl.meeting_id
                                          where rpl.id = _link.reply_id
                                        )
                                      )
                                      and (
                                        _l5.id = $11::uuid
                                        or _l5.id = any (
                                          array(
                                            select tie.guardian_id
                                            from
                                              household_student hst
                                              join household_guardian hgd on hgd.household_id = hst.household_id
                                              join guardianship tie on tie.guardian_id = hgd.guardian_id
                                              and tie.student_id = hst.student_id
                                            where
                                              hst.household_id = any ($6::uuid[])
                                              and hst.student_id = any ($5::uuid[])
                                              and tie.status = 'ACTIVE'
                                              and tie.valid_from <= $3::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $3::date
                                              )
                                          )
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l5."created_at" asc,
                                    _l5."id" asc
                                  limit $14::int
                                ) _l5
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r4."id"::text || '","' || _r4."answer"::text || '",' || _r4."attendee_count"::text || ',"' || _r4."replied_at"::text || '",' || right(json_build_array(_r4."note")::text, -1)
                          )
                        from meeting_reply _r4
                        where
                          (
                            _r4."invitation_id" = _l3.id
                            and (
                              _r4.household_id = any ($6::uuid[])
                              and _r4.invitation_id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($5::uuid[])
                                    and inv.household_id = any ($6::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            and _r4.superseded_at is null
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || ('"' || _l3."id"::text || '","' || _l3."invited_at"::text || '"]'),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from meeting_invitation _l3
                    where
                      (
                        _l3."meeting_id" = _r0.id
                        and (
                          _l3.household_id = any ($6::uuid[])
                          and _l3.id = any (
                            array(
                              select inv.id
                              from
                                meeting_invitation_student ivs
                                join meeting_invitation inv on inv.id = ivs.invitation_id
                              where
                                ivs.ended_at is null
                                and ivs.student_id = any ($5::uuid[])
                                and inv.household_id = any ($6::uuid[])
                                and inv.status = 'INVITED'
                            )
                          )
                          and _r0.published_at is not null
                        )
                        and true
                      )
                    order by
                      _l3."invited_at" desc,
                      _l3."id" desc
                    limit $15::int
                  ) _l3
              ),
              case
                when (
                  _r0.id = any (
                    array(
                      select inv.meeting_id
                      from
                        meeting_invitation_student ivs
                        join meeting_invitation inv on inv.id = ivs.invitation_id
                      where
                        ivs.ended_at is null
                        and ivs.student_id = any ($5::uuid[])
                        and inv.household_id = any ($6::uuid[])
                        and inv.status = 'INVITED'
                    )
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || coalesce('"' || _r0."reply_by"::text || '"', 'null') || ',"' || _r0."scope"::text || '",' || coalesce(_r0."capacity"::text, 'null') || ',' || coalesce('"' || _r0."cancelled_at"::text || '"', 'null') || ',' || right(json_build_array(_r0."title", _r0."place", _r0."summary", _r0."cancel_reason")::text, -1)
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($16::uuid[])
            and (
              _r0.published_at is not null
              and _r0.id = any (
                array(
                  select inv.meeting_id
                  from
                    meeting_invitation_student ivs
                    join meeting_invitation inv on inv.id = ivs.invitation_id
                  where
                    ivs.ended_at is null
                    and ivs.student_id = any ($5::uuid[])
                    and inv.household_id = any ($6::uuid[])
                    and inv.status = 'INVITED'
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
