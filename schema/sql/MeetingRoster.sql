-- MeetingRoster, asked as school-admin: answered by statement
-- Not by statement for staff; district + auditsDistrict (as district-admin); staff + auditsSchool (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.meeting (Meeting)
-- _r1: Meeting.invitedHouseholdCount
-- _r2: Meeting.repliedHouseholdCount
-- _r3: Meeting.attendingReplyCount
-- _l0: Meeting.invitations
-- _r4: MeetingInvitation.household
-- _l1: Household.guardians
-- _r5: MeetingInvitation.currentReply
-- _r6: MeetingReply.guardian
-- _l2: MeetingReply.attendingGuardians
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
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or _r0.school_id = any ($4::uuid[])
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_invitation _r1
                where
                  (
                    _r1."meeting_id" = _r0.id
                    and _r1.status = 'INVITED'
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or _r0.school_id = any ($4::uuid[])
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_reply _r2
                where
                  (
                    _r2."meeting_id" = _r0.id
                    and _r2.superseded_at is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or _r0.school_id = any ($4::uuid[])
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_reply _r3
                where
                  (
                    _r3."meeting_id" = _r0.id
                    and _r3.superseded_at is null
                    and _r3.answer = 'ATTENDING'
                  )
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l1."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l1.person_id
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
                                              tie.guardian_id = _l1.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($4::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($5::uuid[])
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
                                  select _l1.*
                                  from
                                    household_guardian _link
                                    join guardian _l1 on _l1.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r4.id
                                      and exists (
                                        select 1
                                        from
                                          guardianship g
                                          join student s on s.id = g.student_id
                                        where
                                          g.guardian_id = _l1.id
                                          and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                          and s.school_id = any ($4::uuid[])
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."created_at" asc,
                                    _l1."id" asc
                                  limit $6::int
                                ) _l1
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r4."id"::text || '",' || right(
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
                                        hst.household_id = _r4.id
                                        and stu.school_id = any ($4::uuid[])
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
                                        hst.household_id = _r4.id
                                        and (
                                          stu.school_id = any ($4::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($5::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r4
                        where
                          (
                            _r4.id = _l0."household_id"
                            and exists (
                              select 1
                              from
                                household_student hs
                                join student s on s.id = hs.student_id
                              where
                                hs.household_id = _r4.id
                                and s.school_id = any ($4::uuid[])
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
                                '["' || _r6."id"::text || '",' || right(
                                  json_build_array(
                                    (
                                      select json_build_array(p.name, p.phone, p.phone_verified_at)
                                      from person p
                                      where p.id = _r6.person_id
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
                                            tie.guardian_id = _r6.id
                                            and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                            and (
                                              stu.school_id = any ($4::uuid[])
                                              or exists (
                                                select 1
                                                from class_membership m
                                                where
                                                  m.student_id = stu.id
                                                  and m.school_class_id = any ($5::uuid[])
                                                  and m.status = 'ACTIVE'
                                              )
                                            )
                                        ) pupil (id)
                                    )
                                  )::text,
                                  -1
                                )
                              from guardian _r6
                              where
                                (
                                  _r6.id = _r5."guardian_id"
                                  and exists (
                                    select 1
                                    from
                                      guardianship g
                                      join student s on s.id = g.student_id
                                    where
                                      g.guardian_id = _r6.id
                                      and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and s.school_id = any ($4::uuid[])
                                  )
                                )
                            ),
                            'null'
                          ) || ',' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l2.person_id
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
                                              tie.guardian_id = _l2.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($4::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($5::uuid[])
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
                                  select _l2.*
                                  from
                                    meeting_reply_guardian _link
                                    join guardian _l2 on _l2.id = _link."guardian_id"
                                  where
                                    (
                                      (
                                        _link."reply_id" = _r5.id
                                        and (
                                          select
                                            rpl.superseded_at is not null
                                            or mtg.ends_at <= $7::timestamptz
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
                                                      and tie.valid_from <= $8::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $8::date
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
                                      and exists (
                                        select 1
                                        from
                                          guardianship g
                                          join student s on s.id = g.student_id
                                        where
                                          g.guardian_id = _l2.id
                                          and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                          and s.school_id = any ($4::uuid[])
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."created_at" asc,
                                    _l2."id" asc
                                  limit $9::int
                                ) _l2
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r5."id"::text || '","' || _r5."answer"::text || '",' || _r5."attendee_count"::text || ',"' || _r5."replied_at"::text || '",' || right(
                              json_build_array(
                                _r5."note",
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select hst.student_id
                                      from household_student hst
                                      where hst.household_id = _r5.household_id
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from meeting_reply _r5
                        where
                          (
                            _r5."invitation_id" = _l0.id
                            and (
                              (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = _r5.meeting_id
                              )
                              or (
                                select mtg.school_id = any ($4::uuid[])
                                from meeting mtg
                                where mtg.id = _r5.meeting_id
                              )
                            )
                            and _r5.superseded_at is null
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."status"::text || '",' || right(json_build_array(_l0."invited_at"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $10::int
                  ) || ']',
                  case
                    when (
                      (
                        (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($3::uuid[])
                        )
                        or _r0.school_id = any ($4::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $10::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from meeting_invitation _l0
                      where
                        (
                          _l0."meeting_id" = _r0.id
                          and true
                        )
                      order by
                        _l0."invited_at" desc,
                        _l0."id" desc
                      limit ($10::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."scope"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || coalesce(_r0."capacity"::text, 'null') || ',' || coalesce('"' || _r0."reply_by"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _r0."title",
                  _r0."place",
                  (
                    select count(*)::int
                    from meeting_invitation each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.status = 'INVITED'
                        and (
                          (
                            select
                              (
                                mtg.organiser_id = $2::uuid
                                and mtg.school_id = any ($3::uuid[])
                              )
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                          or (
                            select mtg.school_id = any ($4::uuid[])
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                        )
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_reply each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.superseded_at is null
                        and (
                          (
                            select
                              (
                                mtg.organiser_id = $2::uuid
                                and mtg.school_id = any ($3::uuid[])
                              )
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                          or (
                            select mtg.school_id = any ($4::uuid[])
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                        )
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_invitation each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.status = 'INVITED'
                        and (
                          (
                            select
                              (
                                mtg.organiser_id = $2::uuid
                                and mtg.school_id = any ($3::uuid[])
                              )
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                          or (
                            select mtg.school_id = any ($4::uuid[])
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                        )
                        and (
                          (
                            (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                            or (
                              select mtg.school_id = any ($4::uuid[])
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                        ) is not true
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_reply each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.superseded_at is null
                        and (
                          (
                            select
                              (
                                mtg.organiser_id = $2::uuid
                                and mtg.school_id = any ($3::uuid[])
                              )
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                          or (
                            select mtg.school_id = any ($4::uuid[])
                            from meeting mtg
                            where mtg.id = each.meeting_id
                          )
                        )
                        and (
                          (
                            (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                            or (
                              select mtg.school_id = any ($4::uuid[])
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                        ) is not true
                      )
                  ),
                  (
                    (
                      (
                        _r0.organiser_id = $2::uuid
                        and _r0.school_id = any ($3::uuid[])
                      )
                      or _r0.school_id = any ($4::uuid[])
                    )
                  ),
                  (false)
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($11::uuid[])
            and (
              (
                _r0.organiser_id = $2::uuid
                and _r0.school_id = any ($3::uuid[])
              )
              or _r0.school_id = any ($4::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.meeting (Meeting)
-- _r1: Meeting.invitedHouseholdCount
-- _r2: Meeting.repliedHouseholdCount
-- _r3: Meeting.attendingReplyCount
-- _l0: Meeting.invitations
-- _r4: MeetingInvitation.household
-- _l1: Household.guardians
-- _r5: MeetingInvitation.currentReply
-- _r6: MeetingReply.guardian
-- _l2: MeetingReply.attendingGuardians
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
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and not exists (
                              select 1
                              from meeting_class mcl
                              where
                                mcl.meeting_id = _r0.id
                                and mcl.school_class_id <> all ($4::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_invitation _r1
                where
                  (
                    _r1."meeting_id" = _r0.id
                    and (
                      (
                        (
                          _r1.meeting_id = any (
                            array(
                              select mcl.meeting_id
                              from meeting_class mcl
                              where mcl.school_class_id = any ($4::uuid[])
                            )
                          )
                          and _r1.household_id in (
                            select hst.household_id
                            from
                              class_membership cms
                              join household_student hst on hst.student_id = cms.student_id
                            where
                              cms.school_class_id = any ($4::uuid[])
                              and cms.status = 'ACTIVE'
                          )
                          and _r0.published_at is not null
                        )
                        or (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($3::uuid[])
                        )
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                    and _r1.status = 'INVITED'
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and not exists (
                              select 1
                              from meeting_class mcl
                              where
                                mcl.meeting_id = _r0.id
                                and mcl.school_class_id <> all ($4::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_reply _r2
                where
                  (
                    _r2."meeting_id" = _r0.id
                    and (
                      (
                        (
                          _r2.meeting_id = any (
                            array(
                              select mcl.meeting_id
                              from meeting_class mcl
                              where mcl.school_class_id = any ($4::uuid[])
                            )
                          )
                          and _r2.household_id in (
                            select hst.household_id
                            from
                              class_membership cms
                              join household_student hst on hst.student_id = cms.student_id
                            where
                              cms.school_class_id = any ($4::uuid[])
                              and cms.status = 'ACTIVE'
                          )
                          and _r0.published_at is not null
                        )
                        or (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($3::uuid[])
                        )
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                    and _r2.superseded_at is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and not exists (
                              select 1
                              from meeting_class mcl
                              where
                                mcl.meeting_id = _r0.id
                                and mcl.school_class_id <> all ($4::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_reply _r3
                where
                  (
                    _r3."meeting_id" = _r0.id
                    and (
                      (
                        (
                          _r3.meeting_id = any (
                            array(
                              select mcl.meeting_id
                              from meeting_class mcl
                              where mcl.school_class_id = any ($4::uuid[])
                            )
                          )
                          and _r3.household_id in (
                            select hst.household_id
                            from
                              class_membership cms
                              join household_student hst on hst.student_id = cms.student_id
                            where
                              cms.school_class_id = any ($4::uuid[])
                              and cms.status = 'ACTIVE'
                          )
                          and _r0.published_at is not null
                        )
                        or (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($3::uuid[])
                        )
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                    and _r3.superseded_at is null
                    and _r3.answer = 'ATTENDING'
                  )
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l1."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l1.person_id
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
                                              tie.guardian_id = _l1.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($5::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($4::uuid[])
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
                                  select _l1.*
                                  from
                                    household_guardian _link
                                    join guardian _l1 on _l1.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r4.id
                                      and exists (
                                        select 1
                                        from
                                          guardianship g
                                          join class_membership m on m.student_id = g.student_id
                                        where
                                          g.guardian_id = _l1.id
                                          and g.status in ('ACTIVE', 'PENDING')
                                          and m.school_class_id = any ($4::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."created_at" asc,
                                    _l1."id" asc
                                  limit $6::int
                                ) _l1
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r4."id"::text || '",' || right(
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
                                        hst.household_id = _r4.id
                                        and exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($4::uuid[])
                                            and m.status = 'ACTIVE'
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
                                        hst.household_id = _r4.id
                                        and (
                                          stu.school_id = any ($5::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($4::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r4
                        where
                          (
                            _r4.id = _l0."household_id"
                            and exists (
                              select 1
                              from
                                household_student hs
                                join class_membership m on m.student_id = hs.student_id
                              where
                                hs.household_id = _r4.id
                                and m.school_class_id = any ($4::uuid[])
                                and m.status = 'ACTIVE'
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
                                '["' || _r6."id"::text || '",' || right(
                                  json_build_array(
                                    (
                                      select json_build_array(p.name, p.phone, p.phone_verified_at)
                                      from person p
                                      where p.id = _r6.person_id
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
                                            tie.guardian_id = _r6.id
                                            and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                            and (
                                              stu.school_id = any ($5::uuid[])
                                              or exists (
                                                select 1
                                                from class_membership m
                                                where
                                                  m.student_id = stu.id
                                                  and m.school_class_id = any ($4::uuid[])
                                                  and m.status = 'ACTIVE'
                                              )
                                            )
                                        ) pupil (id)
                                    )
                                  )::text,
                                  -1
                                )
                              from guardian _r6
                              where
                                (
                                  _r6.id = _r5."guardian_id"
                                  and exists (
                                    select 1
                                    from
                                      guardianship g
                                      join class_membership m on m.student_id = g.student_id
                                    where
                                      g.guardian_id = _r6.id
                                      and g.status in ('ACTIVE', 'PENDING')
                                      and m.school_class_id = any ($4::uuid[])
                                      and m.status = 'ACTIVE'
                                  )
                                )
                            ),
                            'null'
                          ) || ',' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l2.person_id
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
                                              tie.guardian_id = _l2.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($5::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($4::uuid[])
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
                                  select _l2.*
                                  from
                                    meeting_reply_guardian _link
                                    join guardian _l2 on _l2.id = _link."guardian_id"
                                  where
                                    (
                                      (
                                        _link."reply_id" = _r5.id
                                        and (
                                          select
                                            rpl.superseded_at is not null
                                            or mtg.ends_at <= $7::timestamptz
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
                                                      and tie.valid_from <= $8::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $8::date
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
                                      and exists (
                                        select 1
                                        from
                                          guardianship g
                                          join class_membership m on m.student_id = g.student_id
                                        where
                                          g.guardian_id = _l2.id
                                          and g.status in ('ACTIVE', 'PENDING')
                                          and m.school_class_id = any ($4::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."created_at" asc,
                                    _l2."id" asc
                                  limit $9::int
                                ) _l2
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r5."id"::text || '","' || _r5."answer"::text || '",' || _r5."attendee_count"::text || ',"' || _r5."replied_at"::text || '",' || right(
                              json_build_array(
                                _r5."note",
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select hst.student_id
                                      from household_student hst
                                      where hst.household_id = _r5.household_id
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from meeting_reply _r5
                        where
                          (
                            _r5."invitation_id" = _l0.id
                            and (
                              (
                                _r5.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and _r5.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and (
                                  select mtg.published_at is not null
                                  from meeting mtg
                                  where mtg.id = _r5.meeting_id
                                )
                              )
                              or (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = _r5.meeting_id
                              )
                            )
                            and _r5.superseded_at is null
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."status"::text || '",' || right(json_build_array(_l0."invited_at"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $10::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.id = any (
                          array(
                            select mcl.meeting_id
                            from meeting_class mcl
                            where mcl.school_class_id = any ($4::uuid[])
                          )
                        )
                        or (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($3::uuid[])
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $10::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from meeting_invitation _l0
                      where
                        (
                          _l0."meeting_id" = _r0.id
                          and (
                            (
                              _l0.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                              and _l0.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($4::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and _r0.published_at is not null
                            )
                            or (
                              _r0.organiser_id = $2::uuid
                              and _r0.school_id = any ($3::uuid[])
                            )
                          )
                          and true
                        )
                      order by
                        _l0."invited_at" desc,
                        _l0."id" desc
                      limit ($10::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."scope"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || coalesce(_r0."capacity"::text, 'null') || ',' || coalesce('"' || _r0."reply_by"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _r0."title",
                  _r0."place",
                  (
                    select count(*)::int
                    from meeting_invitation each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.status = 'INVITED'
                        and (
                          (
                            (
                              each.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                              and each.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($4::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_reply each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.superseded_at is null
                        and (
                          (
                            (
                              each.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                              and each.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($4::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_invitation each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.status = 'INVITED'
                        and (
                          (
                            (
                              each.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                              and each.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($4::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                        and (
                          (
                            (
                              each.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                              and each.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($4::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                        ) is not true
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_reply each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.superseded_at is null
                        and (
                          (
                            (
                              each.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                              and each.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($4::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                        and (
                          (
                            (
                              each.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                              and each.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($4::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              select
                                (
                                  mtg.organiser_id = $2::uuid
                                  and mtg.school_id = any ($3::uuid[])
                                )
                              from meeting mtg
                              where mtg.id = each.meeting_id
                            )
                          )
                        ) is not true
                      )
                  ),
                  (
                    (
                      (
                        _r0.organiser_id = $2::uuid
                        and _r0.school_id = any ($3::uuid[])
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                  ),
                  (false)
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($11::uuid[])
            and (
              (
                _r0.published_at is not null
                and _r0.id = any (
                  array(
                    select mcl.meeting_id
                    from meeting_class mcl
                    where mcl.school_class_id = any ($4::uuid[])
                  )
                )
              )
              or (
                _r0.organiser_id = $2::uuid
                and _r0.school_id = any ($3::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
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

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.meeting (Meeting)
-- _r1: Meeting.invitedHouseholdCount
-- _r2: Meeting.repliedHouseholdCount
-- _r3: Meeting.attendingReplyCount
-- _l0: Meeting.invitations
-- _r4: MeetingInvitation.household
-- _l1: Household.guardians
-- _r5: MeetingInvitation.currentReply
-- _r6: MeetingReply.guardian
-- _l2: MeetingReply.attendingGuardians
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
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and not exists (
                              select 1
                              from meeting_class mcl
                              where
                                mcl.meeting_id = _r0.id
                                and mcl.school_class_id <> all ($4::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_invitation _r1
                where
                  (
                    _r1."meeting_id" = _r0.id
                    and (
                      (
                        (
                          _r1.household_id = any ($5::uuid[])
                          and _r1.id = any (
                            array(
                              select inv.id
                              from
                                meeting_invitation_student ivs
                                join meeting_invitation inv on inv.id = ivs.invitation_id
                              where
                                ivs.ended_at is null
                                and ivs.student_id = any ($6::uuid[])
                                and inv.household_id = any ($5::uuid[])
                                and inv.status = 'INVITED'
                            )
                          )
                          and _r0.published_at is not null
                        )
                        or (
                          (
                            _r1.meeting_id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($4::uuid[])
                              )
                            )
                            and _r1.household_id in (
                              select hst.household_id
                              from
                                class_membership cms
                                join household_student hst on hst.student_id = cms.student_id
                              where
                                cms.school_class_id = any ($4::uuid[])
                                and cms.status = 'ACTIVE'
                            )
                            and _r0.published_at is not null
                          )
                          or (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                    and _r1.status = 'INVITED'
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and not exists (
                              select 1
                              from meeting_class mcl
                              where
                                mcl.meeting_id = _r0.id
                                and mcl.school_class_id <> all ($4::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_reply _r2
                where
                  (
                    _r2."meeting_id" = _r0.id
                    and (
                      (
                        (
                          _r2.household_id = any ($5::uuid[])
                          and _r2.invitation_id = any (
                            array(
                              select inv.id
                              from
                                meeting_invitation_student ivs
                                join meeting_invitation inv on inv.id = ivs.invitation_id
                              where
                                ivs.ended_at is null
                                and ivs.student_id = any ($6::uuid[])
                                and inv.household_id = any ($5::uuid[])
                                and inv.status = 'INVITED'
                            )
                          )
                        )
                        or (
                          (
                            _r2.meeting_id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($4::uuid[])
                              )
                            )
                            and _r2.household_id in (
                              select hst.household_id
                              from
                                class_membership cms
                                join household_student hst on hst.student_id = cms.student_id
                              where
                                cms.school_class_id = any ($4::uuid[])
                                and cms.status = 'ACTIVE'
                            )
                            and _r0.published_at is not null
                          )
                          or (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                    and _r2.superseded_at is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and not exists (
                              select 1
                              from meeting_class mcl
                              where
                                mcl.meeting_id = _r0.id
                                and mcl.school_class_id <> all ($4::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from meeting_reply _r3
                where
                  (
                    _r3."meeting_id" = _r0.id
                    and (
                      (
                        (
                          _r3.household_id = any ($5::uuid[])
                          and _r3.invitation_id = any (
                            array(
                              select inv.id
                              from
                                meeting_invitation_student ivs
                                join meeting_invitation inv on inv.id = ivs.invitation_id
                              where
                                ivs.ended_at is null
                                and ivs.student_id = any ($6::uuid[])
                                and inv.household_id = any ($5::uuid[])
                                and inv.status = 'INVITED'
                            )
                          )
                        )
                        or (
                          (
                            _r3.meeting_id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($4::uuid[])
                              )
                            )
                            and _r3.household_id in (
                              select hst.household_id
                              from
                                class_membership cms
                                join household_student hst on hst.student_id = cms.student_id
                              where
                                cms.school_class_id = any ($4::uuid[])
                                and cms.status = 'ACTIVE'
                            )
                            and _r0.published_at is not null
                          )
                          or (
                            _r0.organiser_id = $2::uuid
                            and _r0.school_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                    and _r3.superseded_at is null
                    and _r3.answer = 'ATTENDING'
                  )
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l1."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l1.person_id
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
                                              tie.guardian_id = _l1.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($7::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($4::uuid[])
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
                                  select _l1.*
                                  from
                                    household_guardian _link
                                    join guardian _l1 on _l1.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r4.id
                                      and (
                                        _l1.id = $8::uuid
                                        or _l1.id = any (
                                          array(
                                            select tie.guardian_id
                                            from
                                              household_student hst
                                              join household_guardian hgd on hgd.household_id = hst.household_id
                                              join guardianship tie on tie.guardian_id = hgd.guardian_id
                                              and tie.student_id = hst.student_id
                                            where
                                              hst.household_id = any ($5::uuid[])
                                              and hst.student_id = any ($6::uuid[])
                                              and tie.status = 'ACTIVE'
                                              and tie.valid_from <= $9::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $9::date
                                              )
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from
                                            guardianship g
                                            join class_membership m on m.student_id = g.student_id
                                          where
                                            g.guardian_id = _l1.id
                                            and g.status in ('ACTIVE', 'PENDING')
                                            and m.school_class_id = any ($4::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."created_at" asc,
                                    _l1."id" asc
                                  limit $10::int
                                ) _l1
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r4."id"::text || '",' || right(
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
                                        hst.household_id = _r4.id
                                        and (
                                          stu.id = any ($6::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($4::uuid[])
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
                                        hst.household_id = _r4.id
                                        and (
                                          stu.school_id = any ($7::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($4::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r4
                        where
                          (
                            _r4.id = _l0."household_id"
                            and (
                              _r4.id = any ($5::uuid[])
                              or exists (
                                select 1
                                from
                                  household_student hs
                                  join class_membership m on m.student_id = hs.student_id
                                where
                                  hs.household_id = _r4.id
                                  and m.school_class_id = any ($4::uuid[])
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
                                '["' || _r6."id"::text || '",' || right(
                                  json_build_array(
                                    (
                                      select json_build_array(p.name, p.phone, p.phone_verified_at)
                                      from person p
                                      where p.id = _r6.person_id
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
                                            tie.guardian_id = _r6.id
                                            and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                            and (
                                              stu.school_id = any ($7::uuid[])
                                              or exists (
                                                select 1
                                                from class_membership m
                                                where
                                                  m.student_id = stu.id
                                                  and m.school_class_id = any ($4::uuid[])
                                                  and m.status = 'ACTIVE'
                                              )
                                            )
                                        ) pupil (id)
                                    )
                                  )::text,
                                  -1
                                )
                              from guardian _r6
                              where
                                (
                                  _r6.id = _r5."guardian_id"
                                  and (
                                    _r6.id = $8::uuid
                                    or _r6.id = any (
                                      array(
                                        select tie.guardian_id
                                        from
                                          household_student hst
                                          join household_guardian hgd on hgd.household_id = hst.household_id
                                          join guardianship tie on tie.guardian_id = hgd.guardian_id
                                          and tie.student_id = hst.student_id
                                        where
                                          hst.household_id = any ($5::uuid[])
                                          and hst.student_id = any ($6::uuid[])
                                          and tie.status = 'ACTIVE'
                                          and tie.valid_from <= $9::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $9::date
                                          )
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship g
                                        join class_membership m on m.student_id = g.student_id
                                      where
                                        g.guardian_id = _r6.id
                                        and g.status in ('ACTIVE', 'PENDING')
                                        and m.school_class_id = any ($4::uuid[])
                                        and m.status = 'ACTIVE'
                                    )
                                  )
                                )
                            ),
                            'null'
                          ) || ',' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l2.person_id
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
                                              tie.guardian_id = _l2.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($7::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($4::uuid[])
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
                                  select _l2.*
                                  from
                                    meeting_reply_guardian _link
                                    join guardian _l2 on _l2.id = _link."guardian_id"
                                  where
                                    (
                                      (
                                        _link."reply_id" = _r5.id
                                        and (
                                          select
                                            rpl.superseded_at is not null
                                            or mtg.ends_at <= $11::timestamptz
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
                                                      and tie.valid_from <= $9::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $9::date
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
                                        _l2.id = $8::uuid
                                        or _l2.id = any (
                                          array(
                                            select tie.guardian_id
                                            from
                                              household_student hst
                                              join household_guardian hgd on hgd.household_id = hst.household_id
                                              join guardianship tie on tie.guardian_id = hgd.guardian_id
                                              and tie.student_id = hst.student_id
                                            where
                                              hst.household_id = any ($5::uuid[])
                                              and hst.student_id = any ($6::uuid[])
                                              and tie.status = 'ACTIVE'
                                              and tie.valid_from <= $9::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $9::date
                                              )
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from
                                            guardianship g
                                            join class_membership m on m.student_id = g.student_id
                                          where
                                            g.guardian_id = _l2.id
                                            and g.status in ('ACTIVE', 'PENDING')
                                            and m.school_class_id = any ($4::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."created_at" asc,
                                    _l2."id" asc
                                  limit $12::int
                                ) _l2
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r5."id"::text || '","' || _r5."answer"::text || '",' || _r5."attendee_count"::text || ',"' || _r5."replied_at"::text || '",' || right(
                              json_build_array(
                                _r5."note",
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select hst.student_id
                                      from household_student hst
                                      where hst.household_id = _r5.household_id
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from meeting_reply _r5
                        where
                          (
                            _r5."invitation_id" = _l0.id
                            and (
                              (
                                _r5.household_id = any ($5::uuid[])
                                and _r5.invitation_id = any (
                                  array(
                                    select inv.id
                                    from
                                      meeting_invitation_student ivs
                                      join meeting_invitation inv on inv.id = ivs.invitation_id
                                    where
                                      ivs.ended_at is null
                                      and ivs.student_id = any ($6::uuid[])
                                      and inv.household_id = any ($5::uuid[])
                                      and inv.status = 'INVITED'
                                  )
                                )
                              )
                              or (
                                (
                                  _r5.meeting_id = any (
                                    array(
                                      select mcl.meeting_id
                                      from meeting_class mcl
                                      where mcl.school_class_id = any ($4::uuid[])
                                    )
                                  )
                                  and _r5.household_id in (
                                    select hst.household_id
                                    from
                                      class_membership cms
                                      join household_student hst on hst.student_id = cms.student_id
                                    where
                                      cms.school_class_id = any ($4::uuid[])
                                      and cms.status = 'ACTIVE'
                                  )
                                  and (
                                    select mtg.published_at is not null
                                    from meeting mtg
                                    where mtg.id = _r5.meeting_id
                                  )
                                )
                                or (
                                  select
                                    (
                                      mtg.organiser_id = $2::uuid
                                      and mtg.school_id = any ($3::uuid[])
                                    )
                                  from meeting mtg
                                  where mtg.id = _r5.meeting_id
                                )
                              )
                            )
                            and _r5.superseded_at is null
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."status"::text || '",' || right(json_build_array(_l0."invited_at"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $13::int
                  ) || ']',
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
                              and inv.household_id = any ($5::uuid[])
                              and inv.status = 'INVITED'
                          )
                        )
                        or _r0.id = any (
                          array(
                            select mcl.meeting_id
                            from meeting_class mcl
                            where mcl.school_class_id = any ($4::uuid[])
                          )
                        )
                        or (
                          _r0.organiser_id = $2::uuid
                          and _r0.school_id = any ($3::uuid[])
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $13::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from meeting_invitation _l0
                      where
                        (
                          _l0."meeting_id" = _r0.id
                          and (
                            (
                              _l0.household_id = any ($5::uuid[])
                              and _l0.id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                              and _r0.published_at is not null
                            )
                            or (
                              (
                                _l0.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and _l0.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and _r0.published_at is not null
                              )
                              or (
                                _r0.organiser_id = $2::uuid
                                and _r0.school_id = any ($3::uuid[])
                              )
                            )
                          )
                          and true
                        )
                      order by
                        _l0."invited_at" desc,
                        _l0."id" desc
                      limit ($13::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."scope"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || coalesce(_r0."capacity"::text, 'null') || ',' || coalesce('"' || _r0."reply_by"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _r0."title",
                  _r0."place",
                  (
                    select count(*)::int
                    from meeting_invitation each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.status = 'INVITED'
                        and (
                          (
                            (
                              each.household_id = any ($5::uuid[])
                              and each.id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              (
                                each.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and each.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and (
                                  select mtg.published_at is not null
                                  from meeting mtg
                                  where mtg.id = each.meeting_id
                                )
                              )
                              or (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_reply each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.superseded_at is null
                        and (
                          (
                            (
                              each.household_id = any ($5::uuid[])
                              and each.invitation_id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              (
                                each.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and each.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and (
                                  select mtg.published_at is not null
                                  from meeting mtg
                                  where mtg.id = each.meeting_id
                                )
                              )
                              or (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_invitation each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.status = 'INVITED'
                        and (
                          (
                            (
                              each.household_id = any ($5::uuid[])
                              and each.id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              (
                                each.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and each.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and (
                                  select mtg.published_at is not null
                                  from meeting mtg
                                  where mtg.id = each.meeting_id
                                )
                              )
                              or (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                        and (
                          (
                            (
                              each.household_id = any ($5::uuid[])
                              and each.id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                              and (
                                select mtg.published_at is not null
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                            or (
                              (
                                each.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and each.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and (
                                  select mtg.published_at is not null
                                  from meeting mtg
                                  where mtg.id = each.meeting_id
                                )
                              )
                              or (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                          )
                        ) is not true
                      )
                  ),
                  (
                    select count(*)::int
                    from meeting_reply each
                    where
                      (
                        each.meeting_id = _r0.id
                        and each.superseded_at is null
                        and (
                          (
                            (
                              each.household_id = any ($5::uuid[])
                              and each.invitation_id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              (
                                each.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and each.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and (
                                  select mtg.published_at is not null
                                  from meeting mtg
                                  where mtg.id = each.meeting_id
                                )
                              )
                              or (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                          )
                          or exists (
                            select 1
                            from meeting mtg
                            where
                              mtg.id = each.meeting_id
                              and (
                                mtg.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = mtg.id
                                    and mcl.school_class_id <> all ($4::uuid[])
                                )
                              )
                          )
                        )
                        and (
                          (
                            (
                              each.household_id = any ($5::uuid[])
                              and each.invitation_id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              (
                                each.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($4::uuid[])
                                  )
                                )
                                and each.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($4::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and (
                                  select mtg.published_at is not null
                                  from meeting mtg
                                  where mtg.id = each.meeting_id
                                )
                              )
                              or (
                                select
                                  (
                                    mtg.organiser_id = $2::uuid
                                    and mtg.school_id = any ($3::uuid[])
                                  )
                                from meeting mtg
                                where mtg.id = each.meeting_id
                              )
                            )
                          )
                        ) is not true
                      )
                  ),
                  (
                    (
                      (
                        _r0.organiser_id = $2::uuid
                        and _r0.school_id = any ($3::uuid[])
                      )
                      or (
                        _r0.published_at is not null
                        and not exists (
                          select 1
                          from meeting_class mcl
                          where
                            mcl.meeting_id = _r0.id
                            and mcl.school_class_id <> all ($4::uuid[])
                        )
                      )
                    )
                  ),
                  (false)
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($14::uuid[])
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
                      and inv.household_id = any ($5::uuid[])
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
                    where mcl.school_class_id = any ($4::uuid[])
                  )
                )
              )
              or (
                _r0.organiser_id = $2::uuid
                and _r0.school_id = any ($3::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
